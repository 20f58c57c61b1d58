export { toServiceOverview, type OverviewFacts } from './serviceOverview';
export { mainDetail, type OverviewPlace } from './overviewInput';
export type { EnvironmentLines } from './environmentState';

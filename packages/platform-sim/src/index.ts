export type { ClusterAccess, GitHostAccess, RunningPlatform } from './platform';

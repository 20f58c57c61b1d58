export { acceptedTrees, refusals, type Refusal } from './refusals';
export type { Refuser } from '../rules/fixture';

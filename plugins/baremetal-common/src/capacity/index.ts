export type { PodRequest, RequestingPod } from './podRequest';
export { parseResources, podRequest } from './podRequest';
export type { Resources } from './resources';
export type { SchedulablePodSpec, SchedulingTerms, Taint } from './terms';
export { readSchedulingTerms } from './terms';

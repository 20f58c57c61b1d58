export type { PodRequest, RequestingPod } from './podRequest';
export { parseResources, podRequest } from './podRequest';
export type { Resources } from './resources';
export type {
  NodeSelectorTerm,
  NodeTerm,
  SchedulablePodSpec,
  SchedulingTerms,
  Taint,
} from './terms';
export { readNodeTerms, readSchedulingTerms } from './terms';
export { toPackBase, type PackBase } from './packBase';
export { toPackSnapshot, type NodeLabels } from './toPackSnapshot';
export { toCapacityDetail, type CapacityRows } from './capacityDetail';
export {
  capacityLine,
  summarizeCapacity,
  type WeighedColumn,
} from './summarizeCapacity';
export { toHardwareFits, type AskedPod } from './hardwareFit';

export { assessVolume } from './assessVolume';
export { observedSince } from './observedSince';
export { storageLine, summarizeStorage } from './summarizeStorage';
export { withNodeTaints } from './nodeTaints';
export { toVolumeView, type ClaimPlace } from './volumeView';
export type * from './observation';
export type {
  ClaimFacts,
  VolumeCondition,
  VolumeKnowledge,
  VolumeStateId,
  VolumeSubject,
} from './volumeFacts';

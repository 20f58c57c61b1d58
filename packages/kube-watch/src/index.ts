export { createInterner, type Interner } from './interner';
export type { KubeObject } from './kubeObject';
export type { OpenedResponse, OpenRequest } from './openRequest';
export {
  WatchFailure,
  type WatchProblem,
  type WatchProblemKind,
} from './problem';
export { ProjectedStore, type IndexBy } from './ProjectedStore';
export { Reflector } from './Reflector';
export type {
  OptionalGroup,
  ReflectorOptions,
  ReflectorTiming,
} from './reflectorOptions';
export type { WatchState } from './watchState';

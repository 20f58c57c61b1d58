export type {
  ClusterReader,
  ClusterReaders,
  Rows,
  RowSelection,
} from './clusterReader';
export type { ServicePlace, ServiceTarget } from './serviceTarget';
export {
  baremetalStorageExtensionPoint,
  type BaremetalStorageExtensionPoint,
  type StorageBackend,
  type StorageBackendStart,
} from './storage';
export {
  baremetalServiceRef,
  type BaremetalCallOptions,
  type BaremetalService,
} from './baremetalService';
export { createPolledStorage } from './polledStorage/createPolledStorage';
export type {
  StorageClassQuestion,
  StorageSystem,
  VolumesAnswer,
} from './polledStorage/storageSystem';

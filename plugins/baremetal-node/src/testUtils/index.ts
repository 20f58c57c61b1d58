export {
  describeStorageBackend,
  type StorageBackendSubject,
} from './describeStorageBackend';

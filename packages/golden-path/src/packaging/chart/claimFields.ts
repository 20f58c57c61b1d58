import { literal, offer, scalar, type Treatments, value } from './treatment';

/** Class and size of a claim whose spec lies at `at`. */
export function claimFields(at: string): Treatments {
  return {
    [`${at}/storageClassName`]: value('storage.class'),
    [`${at}/resources/requests/storage`]: value('storage.size'),
  };
}

/** The snapshot that a claim is made from again, where somebody names one. */
export function restoredFrom(at: string): Treatments {
  return {
    [`${at}/dataSource`]: offer('storage.snapshot', '', {
      kind: 'map',
      entries: [
        { key: 'apiGroup', template: literal('snapshot.storage.k8s.io') },
        { key: 'kind', template: literal('VolumeSnapshot') },
        { key: 'name', template: scalar('storage.snapshot') },
      ],
    }),
  };
}

import { ARGO, GUARDED } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { type Component, labelsOf, metadataOf } from './metadata';

/** Name of the claim template, and of the volume it becomes in the pod. */
export const DATA_VOLUME = 'data';

const PLACEHOLDER = { storageClass: 'unset', size: '1Gi' };

/** A claim per replica. Class and size are the environment's; the overlays set them. */
export function claimTemplate(spec: ServiceSpec, component: Component) {
  return {
    // Written out because the API server adds them, and Argo CD would show the whole list as changed.
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: DATA_VOLUME,
      labels: labelsOf(spec.name, component),
      annotations: { [ARGO.syncOptions]: GUARDED },
    },
    spec: {
      ...claimSpec(spec, 'ReadWriteOncePod'),
      volumeMode: 'Filesystem',
    },
  };
}

/** The claim that all pods of a Rollout share. */
export function sharedClaim(spec: ServiceSpec, accessMode: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf({
      service: spec.name,
      name: `${spec.name}-data`,
      wave: 'last',
      annotations: { [ARGO.syncOptions]: GUARDED },
    }),
    spec: claimSpec(spec, accessMode),
  };
}

/** A claim that lives and dies with its pod, so that any number of versions can run side by side. */
export function scratchVolume(spec: ServiceSpec) {
  return {
    name: 'scratch',
    ephemeral: {
      volumeClaimTemplate: {
        metadata: { labels: labelsOf(spec.name) },
        spec: claimSpec(spec, 'ReadWriteOncePod'),
      },
    },
  };
}

function claimSpec({ environments }: ServiceSpec, accessMode: string) {
  const { storageClass, size } = environments[0]!;
  return {
    accessModes: [accessMode],
    storageClassName: storageClass ?? PLACEHOLDER.storageClass,
    resources: { requests: { storage: size ?? PLACEHOLDER.size } },
  };
}

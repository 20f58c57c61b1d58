import { CREDENTIALS_PATH } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { workloadKindOf } from '../spec/workload';
import { DATA_VOLUME, SCRATCH_VOLUME, scratchVolume } from './claims';
import { credentialsName } from './credentials';
import type { IVolume, IVolumeMount } from './typed';

/** A volume of the service's pod, and where its container finds it. */
export interface Mounted {
  readonly mount: IVolumeMount;
  /** Absent when a claim template of the StatefulSet makes it. */
  readonly volume?: IVolume;
}

/** Everything that the service's container can write to, and its secrets. */
export function volumesOf(spec: ServiceSpec): Mounted[] {
  return [
    {
      mount: { name: 'tmp', mountPath: '/tmp' },
      volume: { name: 'tmp', emptyDir: { sizeLimit: '128Mi' } },
    },
    ...dataVolumesOf(spec),
  ];
}

/** Place of a volume in the pod's list, for a patch that must name it by number. */
export function volumeIndex(spec: ServiceSpec, name: string): number {
  return volumesOf(spec)
    .flatMap(({ volume }) => (volume ? [volume] : []))
    .findIndex(volume => volume.name === name);
}

function dataVolumesOf(spec: ServiceSpec): Mounted[] {
  const { data } = spec;
  switch (data.shape) {
    case 'nothing':
      return [];
    case 'storeBeside':
      return [
        {
          mount: {
            name: 'database-credentials',
            mountPath: CREDENTIALS_PATH,
            readOnly: true,
          },
          volume: {
            name: 'database-credentials',
            secret: {
              secretName: credentialsName(spec.name),
              defaultMode: 0o440,
            },
          },
        },
      ];
    case 'scratch':
      return [
        {
          mount: { name: SCRATCH_VOLUME, mountPath: data.mountPath },
          volume: scratchVolume(spec),
        },
      ];
    case 'ownFiles':
      // Only a StatefulSet makes claims from templates. A job that asks for them is refused by EN02.
      return workloadKindOf(spec) === 'StatefulSet'
        ? [
            { name: DATA_VOLUME, mountPath: data.mountPath },
            ...data.furtherClaims,
          ].map(({ name, mountPath }) => ({ mount: { name, mountPath } }))
        : [];
    case 'sharedFiles':
      return [
        {
          mount: { name: DATA_VOLUME, mountPath: data.mountPath },
          volume: {
            name: DATA_VOLUME,
            persistentVolumeClaim: { claimName: `${spec.name}-data` },
          },
        },
      ];
  }
}

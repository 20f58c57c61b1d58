import {
  TONES_BY_WEIGHT,
  type ServiceStorage,
  type VolumeView,
} from '@baremetal/backstage-plugin-baremetal-common';

/** A volume and where it is. */
export interface PlacedVolume {
  readonly id: string;
  readonly environment: string;
  readonly cluster: string;
  readonly observedAt: string;
  readonly volume: VolumeView;
}

/** All volumes that are known, in promotion order. */
export function placedVolumes(storage: ServiceStorage): PlacedVolume[] {
  return storage.environments.flatMap(({ environment, cluster, reading }) =>
    reading.ok && reading.value.volumes.known
      ? reading.value.volumes.value.map(volume => ({
          id: `${cluster}/${volume.namespace}/${volume.claim}`,
          environment,
          cluster,
          observedAt: reading.observedAt,
          volume,
        }))
      : [],
  );
}

/** The volume to ask about first: the worst one, and among equals the one closest to customers. */
export function mostInteresting(
  volumes: readonly PlacedVolume[],
): PlacedVolume | undefined {
  return [...volumes]
    .reverse()
    .sort((a, b) => weight(a) - weight(b))
    .find(({ volume }) => volume.losses.length > 0);
}

function weight({ volume }: PlacedVolume): number {
  return TONES_BY_WEIGHT.indexOf(volume.status.tone);
}

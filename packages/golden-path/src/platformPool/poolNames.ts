import { ARGO, LABELS, WAVES } from '../constants';
import type { Manifest } from '../types';

/** Folder of the pool's objects in the platform repository. */
export function poolFolder(pool: string): string {
  return `pools/${pool}`;
}

/** Folder by which Argo CD learns of the pool, among those of the services. */
export function poolAppFolder(pool: string): string {
  return `apps/${poolName(pool)}`;
}

/** Name of its namespace, its project and its set of Applications. */
export function poolName(pool: string): string {
  return `pool-${pool}`;
}

/** Recognised by the alert that says the reserve is in use. */
export function reserveName(pool: string): string {
  return `capacity-reserve-${pool}`;
}

export type PoolPart = 'storage' | 'reserve' | 'images' | 'alerts' | 'network';

/** What selects the pods of a part; immutable. */
export function poolSelector(name: string): Record<string, string> {
  return { [LABELS.name]: name };
}

/** Metadata of an object of the pool. */
export function poolMetadata(options: {
  pool: string;
  name: string;
  part: PoolPart;
  wave: keyof typeof WAVES;
  annotations?: Record<string, string>;
}): Manifest['metadata'] {
  const { pool, name, part, wave, annotations } = options;
  return {
    name,
    labels: {
      ...poolSelector(name),
      [LABELS.component]: part,
      [LABELS.partOf]: poolName(pool),
    },
    annotations: { [ARGO.wave]: WAVES[wave], ...annotations },
  };
}

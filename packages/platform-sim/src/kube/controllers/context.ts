import type { PlatformClock } from '../../clock';
import type { VolumeProvisioner } from '../../linstor/ports';
import type { KindInfo } from '../kinds';
import type { KubeObject, ObjectKey } from '../objects';
import { controllerOf, keyOf, keyText, parseKey } from '../objects';
import type { ObjectService } from '../ObjectService';
import type { Waker } from './ControllerLoop';

/** Values of a Prometheus vector; throws when the server does not answer. */
export type MetricQuery = (
  expression: string,
  atSeconds: number,
) => readonly number[];

/** What the controllers of one cluster work with. */
export interface ControllerContext {
  readonly cluster: string;
  readonly clock: PlatformClock;
  readonly objects: ObjectService;
  readonly storage: VolumeProvisioner;
  readonly queryMetric: MetricQuery;
  /** Nodes that hold a copy, by name of the persistent volume. */
  readonly copyNodes: Map<string, readonly string[]>;
}

export const wakeSelf: Waker = object => [keyText(keyOf(object))];

/** The controller of the object, when it is of this kind. */
export function wakeOwner(kind: KindInfo): Waker {
  return object => {
    const owner = controllerOf(object);
    if (owner?.kind !== kind.kind) return [];
    const { namespace } = object.metadata;
    return [keyText({ ...(namespace && { namespace }), name: owner.name })];
  };
}

/** The live object of a key, `undefined` when it is gone or going. */
export function findLive(
  { objects }: ControllerContext,
  kind: KindInfo,
  key: string | ObjectKey,
): KubeObject | undefined {
  const found = objects.find(
    kind,
    typeof key === 'string' ? parseKey(key) : key,
  );
  return found?.metadata.deletionTimestamp ? undefined : found;
}

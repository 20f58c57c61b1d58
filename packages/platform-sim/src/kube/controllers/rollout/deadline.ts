import { KINDS } from '../../kinds';
import type { KubeObject } from '../../objects';
import { isTrue } from '../conditions';
import type { ControllerContext } from '../context';
import type { RolloutView } from './view';

/**
 * Milliseconds that are left to a version whose pods do not become available, negative when its time is over;
 * `undefined` when nothing is missing.
 */
export function timeLeft(
  { objects, clock }: ControllerContext,
  { current, rollout }: RolloutView,
): number | undefined {
  const { availableReplicas = 0 } = current.status ?? {};
  if (availableReplicas >= current.spec.replicas) return undefined;
  const pods = objects.store.ownedBy(current.metadata.uid, KINDS.pods);
  const last = Math.max(
    Date.parse(current.metadata.creationTimestamp),
    ...pods.map(lastProgress),
  );
  const seconds: number = rollout.spec.progressDeadlineSeconds ?? 600;
  return last + seconds * 1000 - clock.now();
}

function lastProgress(pod: KubeObject): number {
  const since = isTrue(pod, 'Ready')
    ? pod.status.conditions.find(({ type }: any) => type === 'Ready')
        .lastTransitionTime
    : pod.metadata.creationTimestamp;
  return Date.parse(since);
}

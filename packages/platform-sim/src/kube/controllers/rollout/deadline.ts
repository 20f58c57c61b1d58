import type { ControllerContext } from '../context';
import type { RolloutView } from './view';

/** Reason of the condition `Progressing` while pods are replaced. */
export const REPLACING = 'ReplicaSetUpdated';

/**
 * Milliseconds that are left to a version whose pods do not become available, negative when its time is over;
 * `undefined` when nothing is missing.
 */
export function timeLeft(
  { clock }: ControllerContext,
  { current, rollout }: RolloutView,
): number | undefined {
  const { availableReplicas = 0 } = current.status ?? {};
  const progressing = rollout.status?.conditions?.find(
    ({ type }: { type: string }) => type === 'Progressing',
  );
  if (
    availableReplicas >= current.spec.replicas ||
    progressing?.reason !== REPLACING
  ) {
    return undefined;
  }
  const seconds: number = rollout.spec.progressDeadlineSeconds ?? 600;
  return Date.parse(progressing.lastUpdateTime) + seconds * 1000 - clock.now();
}

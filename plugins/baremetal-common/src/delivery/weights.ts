import type { ReplicaSetRow, RolloutRow } from '../kube';
import { isFullyPromoted } from './rolloutPhase';

/** All of the requests. */
const ALL = 100;

/** The share that the steps have asked for by now, in percent. */
export function askedWeight({ status, strategy }: RolloutRow): number {
  if (strategy.kind !== 'canary' || status.aborted) {
    return 0;
  }
  const index = status.currentStepIndex ?? 0;
  if (index >= strategy.steps.length) {
    return ALL;
  }
  return weightAtStep({ strategy }, index);
}

/** The share that holds during a step: the last `setWeight` at or before it. */
export function weightAtStep(
  { strategy }: Pick<RolloutRow, 'strategy'>,
  index: number,
): number {
  const steps = strategy.kind === 'canary' ? strategy.steps : [];
  for (const step of [...steps.slice(0, index + 1)].reverse()) {
    if (step.kind === 'setWeight') {
      return step.weight;
    }
  }
  return 0;
}

/**
 * The share that the new version really gets, in percent; `undefined` when it
 * cannot be told. Requests where a traffic router says so, else pods.
 */
export function actualWeight(
  rollout: RolloutRow,
  canary: ReplicaSetRow | undefined,
): number | undefined {
  const { status, strategy } = rollout;
  if (strategy.kind !== 'canary' || isFullyPromoted(rollout)) {
    return undefined;
  }
  if (strategy.routed) {
    return status.canaryWeight ?? askedWeight(rollout);
  }
  if (canary === undefined) {
    return undefined;
  }
  return status.availableReplicas === 0
    ? 0
    : Math.round((canary.availableReplicas * ALL) / status.availableReplicas);
}

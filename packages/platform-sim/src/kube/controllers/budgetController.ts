import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { sameJson } from '../objects';
import { matchesSelector } from '../selectors';
import { isTrue } from './conditions';
import type { ControllerContext } from './context';
import { findLive, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';

/** Counts how many pods each disruption budget still lets go. */
export function budgetController(context: ControllerContext): Controller {
  const { objects } = context;
  return {
    name: 'budgets',
    wakes: [
      { kind: KINDS.poddisruptionbudgets, keys: wakeSelf },
      {
        kind: KINDS.pods,
        keys: ({ metadata }) =>
          objects
            .list(KINDS.poddisruptionbudgets, metadata.namespace)
            .filter(({ spec }) =>
              matchesSelector(spec.selector, metadata.labels),
            )
            .map(budget => `${metadata.namespace}/${budget.metadata.name}`),
      },
    ],
    reconcile(key) {
      const budget = findLive(context, KINDS.poddisruptionbudgets, key);
      if (!budget) return undefined;
      const pods = objects
        .list(KINDS.pods, budget.metadata.namespace)
        .filter(
          ({ metadata }) =>
            !metadata.deletionTimestamp &&
            matchesSelector(budget.spec.selector, metadata.labels),
        );
      const healthy = pods.filter(pod => isTrue(pod, 'Ready')).length;
      const desired = desiredHealthy(budget, pods.length);
      const status = {
        observedGeneration: budget.metadata.generation,
        expectedPods: pods.length,
        currentHealthy: healthy,
        desiredHealthy: desired,
        disruptionsAllowed: Math.max(0, healthy - desired),
      };
      if (!sameJson(status, budget.status)) {
        objects.setStatus(KINDS.poddisruptionbudgets, budget, status);
      }
      return undefined;
    },
  };
}

function desiredHealthy({ spec }: KubeObject, expected: number): number {
  if (spec.minAvailable !== undefined)
    return countOf(spec.minAvailable, expected);
  return Math.max(0, expected - countOf(spec.maxUnavailable ?? 1, expected));
}

/** A number, or a share of the total rounded up. */
export function countOf(value: number | string, total: number): number {
  return typeof value === 'number'
    ? value
    : Math.ceil((Number(value.replace('%', '')) / 100) * total);
}

import { error, type Rule } from '../rule';
import { type Budget, budgetsOf, podsOf } from './budgets';

/** A budget that never gives a pod away stops every drain, and with it updates of Talos and Kubernetes. */
export const AV01: Rule = {
  id: 'AV01',
  title: 'A disruption budget lets at least one pod go',
  *check({ environments }) {
    for (const environment of environments) {
      for (const budget of budgetsOf(environment)) {
        const reason = blocks(budget);
        if (reason === undefined) continue;
        yield error({
          path:
            budget.minAvailable === undefined
              ? 'disruption.maxUnavailable'
              : 'disruption.minAvailable',
          message: `The disruption budget ${budget.name} in ${environment.environment} ${reason}: no node with one of these pods can be drained, so an update of Talos or Kubernetes hangs.`,
          fix: 'Use maxUnavailable: 1.',
          environments: [environment.environment],
        });
      }
    }
  },
};

function blocks({
  minAvailable,
  maxUnavailable,
  workload: { replicas },
}: Budget): string | undefined {
  if (maxUnavailable !== undefined && podsOf(maxUnavailable, replicas) === 0) {
    return `lets 0 of ${replicas} pods go`;
  }
  if (
    minAvailable !== undefined &&
    podsOf(minAvailable, replicas) >= replicas
  ) {
    return `keeps ${minAvailable} of ${replicas} pods`;
  }
  return undefined;
}

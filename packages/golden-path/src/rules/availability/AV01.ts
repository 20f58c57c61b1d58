import { error, type Rule } from '../rule';
import { type Budget, budgetsOf, podsOf } from './budgets';

/** A budget that never gives a pod away stops every drain, and with it updates of Talos and Kubernetes. */
export const AV01: Rule = {
  id: 'AV01',
  title: 'A disruption budget lets at least one pod go',
  *check({ environments }) {
    const blocking = environments.flatMap(environment =>
      budgetsOf(environment).flatMap(budget => {
        const reason = blocks(budget);
        return reason === undefined
          ? []
          : [{ budget, reason, environment: environment.environment }];
      }),
    );
    for (const name of new Set(blocking.map(({ budget }) => budget.name))) {
      const own = blocking.filter(({ budget }) => budget.name === name);
      yield error({
        path: own.some(({ budget }) => budget.minAvailable !== undefined)
          ? 'disruption.minAvailable'
          : 'disruption.maxUnavailable',
        message: `The disruption budget ${name} ${own
          .map(({ reason, environment }) => `${reason} in ${environment}`)
          .join(
            ' and ',
          )}: no node with one of these pods can be drained, so an update of Talos or Kubernetes hangs.`,
        fix: 'Use maxUnavailable: 1.',
        environments: own.map(({ environment }) => environment),
      });
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
  // Of what may have no pods AS04 speaks: with more of them than the budget keeps, one may go.
  if (
    replicas > 0 &&
    minAvailable !== undefined &&
    podsOf(minAvailable, replicas) >= replicas
  ) {
    return `keeps ${minAvailable} of ${replicas} pods`;
  }
  return undefined;
}

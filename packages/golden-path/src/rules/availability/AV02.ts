import { APP_CONTAINER } from '../../constants';
import { leastPodsOf } from '../../spec/replicas';
import { isScaled } from '../../spec/workload';
import { ifKnown } from '../missing';
import { resolved, type Rule, warning } from '../rule';
import { budgetsOf } from './budgets';

/** Over one pod a budget is either useless or in the way of a drain. */
export const AV02: Rule = {
  id: 'AV02',
  title: 'A single replica has no disruption budget',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const { name, workload } of budgetsOf(environment)) {
        // The store's budget is there for its unready pods, which it lets go.
        const isService =
          ifKnown(spec) === undefined ||
          workload.pod.containers?.some(
            container => container.name === APP_CONTAINER,
          );
        if (workload.replicas !== 1 || !isService) continue;
        yield warning({
          path: `environments.${environment.environment}.replicas`,
          message: `The disruption budget ${name} guards one pod in ${environment.environment}; a drain is downtime with it or without it.`,
          fix: 'Use 2 replicas, or remove the budget from this overlay.',
          environments: [environment.environment],
        });
      }
    }
    for (const environment of spec.environments) {
      const { name } = environment;
      if (leastPodsOf(spec, environment) === 1) {
        yield resolved(
          `${name} has ${
            isScaled(spec) ? 'at times one replica' : 'one replica'
          }, so it gets no disruption budget: a drain of its node is downtime there.`,
        );
      }
    }
  },
};

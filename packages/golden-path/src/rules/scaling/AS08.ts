import { isProduction } from '../../spec/production';
import { error, type Rule } from '../rule';

/** Fewer than two pods in production is no service while a node is drained, updated or lost. */
export const AS08: Rule = {
  id: 'AS08',
  title: 'Production has at least two replicas',
  *check({ spec, platform }) {
    for (const { name, replicas } of spec.environments) {
      if (replicas >= 2 || !isProduction(name, platform)) continue;
      yield error({
        path: `environments.${name}.replicas`,
        message:
          replicas === 0
            ? `With 0 replicas nothing runs in ${name}.`
            : `With 1 replica in ${name}, every drain, update or loss of its node takes the service down.`,
        fix: 'Use at least 2 replicas; 3 lose only a third of the capacity with a node.',
        environments: [name],
      });
    }
  },
};

import { isProduction } from '../../spec/production';
import { scalesToZero } from '../../spec/replicas';
import { isScaled } from '../../spec/workload';
import { workloadsOf } from '../kube';
import { error, type Rule } from '../rule';

/**
 * Fewer than two pods in production is no service while a node is drained, updated or lost. What may scale to zero is
 * meant to be away at times, and a job has no replicas.
 */
export const AS08: Rule = {
  id: 'AS08',
  title: 'Production has at least two replicas',
  *check({ spec, platform, environments }) {
    if (scalesToZero(spec)) return;
    for (const environment of environments) {
      const { environment: name } = environment;
      const workload = workloadsOf(environment).find(
        known => known.name === spec.name,
      );
      if (workload === undefined || !isProduction(name, platform)) continue;
      const { replicas } = workload;
      if (replicas >= 2) continue;
      const none = isScaled(spec)
        ? `In ${name} the scaler may take away every pod.`
        : `With 0 replicas nothing runs in ${name}.`;
      yield error({
        path: `environments.${name}.replicas`,
        message:
          replicas === 0
            ? none
            : `With ${
                isScaled(spec) ? 'at least ' : ''
              }1 replica in ${name}, every drain, update or loss of its node takes the service down.`,
        fix: 'Use at least 2 replicas; 3 lose only a third of the capacity with a node.',
        repair: [{ path: `environments.${name}.replicas`, value: 2 }],
        environments: [name],
      });
    }
  },
};

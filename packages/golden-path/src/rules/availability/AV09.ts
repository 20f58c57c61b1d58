import { at, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';

/** With neither a pod more nor a pod less, nothing can be replaced. The controllers refuse it. */
export const AV09: Rule = {
  id: 'AV09',
  title: 'maxSurge and maxUnavailable are not both 0',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { kind, name, object } of workloadsOf(environment)) {
        const strategy =
          kind === 'Rollout'
            ? at(object, 'spec', 'strategy', 'canary')
            : at(object, 'spec', 'strategy', 'rollingUpdate');
        if (
          kind === 'StatefulSet' ||
          !isZero(at(strategy, 'maxSurge')) ||
          !isZero(at(strategy, 'maxUnavailable'))
        ) {
          continue;
        }
        yield error({
          path: 'delivery.maxSurge',
          message: `${kind} ${name} may have neither a pod more (maxSurge 0) nor a pod less (maxUnavailable 0) while it changes, so it never changes.`,
          fix: 'Use maxSurge: 25% with maxUnavailable: 0.',
          repair: [
            { path: 'delivery.maxSurge', value: '25%' },
            { path: 'delivery.maxUnavailable', value: 0 },
          ],
          environments: [environment.environment],
        });
      }
    }
  },
};

function isZero(value: unknown): boolean {
  return value === 0 || value === '0' || value === '0%';
}

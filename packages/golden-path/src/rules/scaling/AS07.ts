import { strategiesOf } from '../delivery/strategy';
import { type Rule, warning } from '../rule';
import { scalersOf } from '../scalers';

/**
 * Memory is not given back when there is less to do, so the pods of two versions keep the average up and their number
 * climbs to the most.
 *
 * @see https://github.com/argoproj/argo-rollouts/issues/2857
 */
export const AS07: Rule = {
  id: 'AS07',
  title: 'A canary is not scaled by memory',
  *check({ environments }) {
    for (const environment of environments) {
      const canaries = strategiesOf(environment)
        .filter(({ canary }) => canary !== undefined)
        .map(({ rollout }) => rollout);
      for (const { kind, name, target, most, utilizations } of scalersOf(
        environment,
      )) {
        if (
          !canaries.includes(target.name) ||
          !utilizations.some(({ resource }) => resource === 'memory')
        ) {
          continue;
        }
        yield warning({
          path: 'scaling',
          message: `${kind} ${name} follows memory, and Rollout ${target.name} is a canary: memory is seldom given back, so during a canary the pods can climb to ${most} and stay there.`,
          fix: 'Scale by CPU, by waiting work or by latency, or accept it.',
          environments: [environment.environment],
        });
      }
    }
  },
};

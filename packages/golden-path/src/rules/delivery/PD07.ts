import { isProduction } from '../../spec/production';
import { at, workloadsOf } from '../kube';
import { info, type Rule, warning } from '../rule';
import { strategiesOf } from './strategy';

/** Without a router the weight is a share of pods, and no share is smaller than one pod. */
export const PD07: Rule = {
  id: 'PD07',
  title: 'A weight without a router is at least one pod',
  *check({ platform, environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      for (const { rollout, steps, trafficRouting } of strategiesOf(
        environment,
      )) {
        const replicas =
          workloadsOf(environment).find(
            workload =>
              workload.kind === 'Rollout' && workload.name === rollout,
          )?.replicas ?? 0;
        const weight = smallestWeight(steps);
        if (
          trafficRouting !== undefined ||
          replicas === 0 ||
          weight === undefined ||
          weight >= Math.floor(100 / replicas)
        ) {
          continue;
        }
        const words = {
          path: 'delivery.steps',
          message: `${weight} % of ${replicas} ${
            replicas === 1 ? 'pod' : 'pods'
          } in ${name} is less than one pod: the new version gets 1 pod beside the others, about ${Math.round(
            100 / (replicas + 1),
          )} % of the requests or more.`,
          fix: `Start with ${Math.ceil(100 / replicas)} %, or use ${Math.ceil(
            100 / weight,
          )} replicas.`,
          environments: [name],
        };
        yield isProduction(name, platform) ? warning(words) : info(words);
      }
    }
  },
};

function smallestWeight(steps: readonly unknown[]): number | undefined {
  const weights = steps
    .map(step => at(step, 'setWeight'))
    .filter(
      (weight): weight is number => typeof weight === 'number' && weight > 0,
    );
  return weights.length > 0 ? Math.min(...weights) : undefined;
}

import { isProduction } from '../../spec/production';
import type { RenderedEnvironment } from '../../types';
import { at, workloadsOf } from '../kube';
import { info, type Rule, warning } from '../rule';
import { strategiesOf } from './strategy';

/** Without a router the weight is a share of pods, and no share is smaller than one pod. */
export const PD07: Rule = {
  id: 'PD07',
  title: 'A weight without a router is at least one pod',
  *check({ platform, environments }) {
    const coarse = environments.flatMap(coarseWeightOf);
    for (const { environment, weight, replicas } of coarse) {
      if (!isProduction(environment, platform)) continue;
      yield warning({
        path: 'delivery.steps',
        message: `${weight} % of ${podsOf(
          replicas,
        )} in ${environment} is less than one pod: the new version gets one pod, which is about ${shareOf(
          replicas,
        )} % of the requests.`,
        fix: `Start with ${Math.ceil(100 / replicas)} %, or use ${Math.ceil(
          100 / weight,
        )} replicas, or accept it.`,
        environments: [environment],
      });
    }
    const elsewhere = coarse.filter(
      ({ environment }) => !isProduction(environment, platform),
    );
    if (elsewhere.length > 0) {
      yield info({
        path: 'delivery.steps',
        message: `The first weight is less than one pod in ${elsewhere
          .map(
            ({ environment, replicas }) =>
              `${environment} (there it is about ${shareOf(replicas)} %)`,
          )
          .join(' and ')}.`,
        fix: 'Nothing to do: with few pods the weights are coarser.',
        environments: elsewhere.map(({ environment }) => environment),
      });
    }
  },
};

function podsOf(count: number): string {
  return count === 1 ? 'one pod' : `${count} pods`;
}

interface CoarseWeight {
  readonly environment: string;
  readonly weight: number;
  readonly replicas: number;
}

function coarseWeightOf(environment: RenderedEnvironment): CoarseWeight[] {
  return strategiesOf(environment).flatMap(
    ({ rollout, steps, trafficRouting }) => {
      const replicas =
        workloadsOf(environment).find(
          workload => workload.kind === 'Rollout' && workload.name === rollout,
        )?.replicas ?? 0;
      const weight = smallestWeight(steps);
      return trafficRouting !== undefined ||
        replicas === 0 ||
        weight === undefined ||
        weight >= Math.floor(100 / replicas)
        ? []
        : [{ environment: environment.environment, weight, replicas }];
    },
  );
}

/** One new pod beside all the old ones, as the surge starts it. */
function shareOf(replicas: number): number {
  return Math.round(100 / (replicas + 1));
}

function smallestWeight(steps: readonly unknown[]): number | undefined {
  const weights = steps
    .map(step => at(step, 'setWeight'))
    .filter(
      (weight): weight is number => typeof weight === 'number' && weight > 0,
    );
  return weights.length > 0 ? Math.min(...weights) : undefined;
}

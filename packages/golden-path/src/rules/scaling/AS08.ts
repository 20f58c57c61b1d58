import { isProduction } from '../../spec/production';
import { scalesToZero } from '../../spec/replicas';
import { isScaled } from '../../spec/workload';
import { numberAt, type Workload, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';
import { strictSpreadOf } from '../spread';

/** One pod is no service while its node is drained, updated or lost. */
const LEAST = 2;

/**
 * Fewer than two pods in production is no service while a node is drained, updated or lost, and fewer than the power
 * domains that a strict spread asks for leave one without a pod. What may scale to zero is meant to be away at times,
 * and a job has no replicas.
 */
export const AS08: Rule = {
  id: 'AS08',
  title:
    'Production has at least two replicas, and one for each power domain of its spread',
  *check({ spec, platform, environments }) {
    if (scalesToZero(spec)) return;
    for (const environment of environments) {
      const { environment: name } = environment;
      const workload = workloadsOf(environment).find(
        known => known.name === spec.name,
      );
      if (workload === undefined || !isProduction(name, platform)) continue;
      const asked =
        numberAt(strictSpreadOf(workload, platform), 'minDomains') ?? 1;
      const least = Math.max(LEAST, asked);
      if (workload.replicas >= least) continue;
      yield error({
        path: `environments.${name}.replicas`,
        message: messageOf(workload, {
          environment: name,
          asked,
          scaled: isScaled(spec),
        }),
        fix:
          least === LEAST
            ? 'Use at least 2 replicas; 3 lose only a third of the capacity with a node.'
            : `Use at least ${least} replicas, or ask for fewer domains (minDomains).`,
        repair: [{ path: `environments.${name}.replicas`, value: least }],
        environments: [name],
      });
    }
  },
};

function messageOf(
  { replicas }: Workload,
  of: {
    readonly environment: string;
    readonly asked: number;
    readonly scaled: boolean;
  },
): string {
  const { environment, asked, scaled } = of;
  if (replicas === 0) {
    return scaled
      ? `In ${environment} the scaler may take away every pod.`
      : `With 0 replicas nothing runs in ${environment}.`;
  }
  const few = `With ${scaled ? 'at least ' : ''}${replicas} ${
    replicas === 1 ? 'replica' : 'replicas'
  } in ${environment}`;
  return replicas < LEAST
    ? `${few}, every drain, update or loss of its node takes the service down.`
    : `${few}, and a spread over at least ${asked} power domains (minDomains), ${
        asked - replicas
      } of these ${asked - replicas === 1 ? 'has' : 'have'} no pod.`;
}

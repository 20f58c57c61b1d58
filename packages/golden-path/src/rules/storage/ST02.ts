import {
  hasSingleWriter,
  sharedClaimsOf,
  type Workload,
  workloadsOf,
} from '../kube';
import { error, type Rule } from '../rule';
import { scalersOf } from '../scalers';
import type { RenderedEnvironment } from '../../types';

/** The second pod of a Deployment cannot attach what the first one holds. */
export const ST02: Rule = {
  id: 'ST02',
  title: 'A Deployment with several pods shares no claim of one writer',
  *check({ environments }) {
    for (const environment of environments) {
      for (const workload of workloadsOf(environment)) {
        const pods = mostPodsOf(workload, environment);
        if (workload.kind !== 'Deployment' || pods <= 1) continue;
        for (const claim of sharedClaimsOf(workload, environment)) {
          if (!hasSingleWriter(claim.accessModes)) continue;
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `Deployment ${workload.name} may have ${pods} pods and all mount the claim ${claim.name}, which has one writer: the second pod never starts.`,
            fix: 'Use a StatefulSet with volumeClaimTemplates, so that each pod has its own volume, or keep one pod.',
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

/** Pods that a workload has, or that its scaler may give it. */
export function mostPodsOf(
  workload: Workload,
  environment: RenderedEnvironment,
): number {
  const scaled = scalersOf(environment)
    .filter(({ target }) => target.name === workload.name)
    .map(({ most }) => most);
  return Math.max(workload.replicas, ...scaled);
}

import type { CronJobRow } from '../kube';
import type { RolloutDetail } from '../wire/rolloutView';
import { toJobDetail } from './jobs/jobDetail';
import { toRolloutDetail } from './rolloutDetail';
import type { DeliveryRows } from './rolloutFacts';
import { toDeploymentDetail, toStatefulSetDetail } from './workloadDetail';

/**
 * Everything of a service that rolls out or runs in one namespace: what serves requests first, stores beside it and
 * what looks after them last.
 */
export function toRolloutDetails(
  rows: DeliveryRows,
  now: Date,
): readonly RolloutDetail[] {
  const jobDetail = (cronJob: CronJobRow) => toJobDetail(cronJob, rows, now);
  return [
    ...rows.rollouts.map(rollout => toRolloutDetail(rollout, rows, now)),
    // A rollout may borrow the template of a Deployment that it keeps at zero.
    ...rows.deployments
      .filter(({ replicas, currentReplicas }) => replicas + currentReplicas > 0)
      .map(deployment => toDeploymentDetail(deployment, rows)),
    ...rows.cronJobs.filter(isService).map(jobDetail),
    ...rows.statefulSets.map(set => toStatefulSetDetail(set, rows)),
    ...rows.cronJobs.filter(cronJob => !isService(cronJob)).map(jobDetail),
  ];
}

/** The service itself is called like it; what takes its snapshots or dumps is called after it. */
function isService({ name, kubernetesId }: CronJobRow): boolean {
  return name === kubernetesId;
}

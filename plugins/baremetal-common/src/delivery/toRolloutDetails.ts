import type { RolloutDetail } from '../wire/rolloutView';
import { toRolloutDetail } from './rolloutDetail';
import type { DeliveryRows } from './rolloutFacts';
import { toDeploymentDetail, toStatefulSetDetail } from './workloadDetail';

/** Everything of a service that rolls out in one namespace: what serves requests first, stores beside it last. */
export function toRolloutDetails(
  rows: DeliveryRows,
  now: Date,
): readonly RolloutDetail[] {
  return [
    ...rows.rollouts.map(rollout => toRolloutDetail(rollout, rows, now)),
    // A rollout may borrow the template of a Deployment that it keeps at zero.
    ...rows.deployments
      .filter(({ replicas, currentReplicas }) => replicas + currentReplicas > 0)
      .map(deployment => toDeploymentDetail(deployment, rows)),
    ...rows.statefulSets.map(set => toStatefulSetDetail(set, rows)),
  ];
}

import { asClause } from '../quantity/words';
import type {
  ClusterObservation,
  EnvironmentObservation,
  WorkloadObservation,
} from './observation';

type Living = Extract<ClusterObservation, { ok: true }>;

/** What can be said of an environment: a cluster that is silent makes all of it unknown. */
export type Seen =
  | {
      readonly known: true;
      readonly clusters: readonly Living[];
      /** Of each cluster that has one. */
      readonly workloads: readonly WorkloadObservation[];
      /** The oldest of the clusters. */
      readonly observedAt: string;
    }
  | {
      readonly known: false;
      readonly why: string;
      readonly observedAt?: string;
    };

/** Brings the clusters of an environment together, as old as the oldest. */
export function seenIn(observation: EnvironmentObservation): Seen {
  const { environment, clusters } = observation;
  const living: Living[] = [];
  for (const cluster of clusters) {
    if (!cluster.ok) {
      return {
        known: false,
        why: `${environment} cannot be read: ${asClause(
          cluster.problem.message,
        )}`,
      };
    }
    if (cluster.lost) {
      return {
        known: false,
        why: `${environment} does not answer any more: ${asClause(
          cluster.lost.problem.message,
        )}`,
        observedAt: cluster.observedAt,
      };
    }
    living.push(cluster);
  }
  const [oldest] = living.map(({ observedAt }) => observedAt).sort();
  if (oldest === undefined) {
    return { known: false, why: `${environment} has no cluster` };
  }
  return {
    known: true,
    clusters: living,
    workloads: living.flatMap(({ workload }) => workload ?? []),
    observedAt: oldest,
  };
}

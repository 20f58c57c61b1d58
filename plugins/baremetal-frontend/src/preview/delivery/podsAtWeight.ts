/** How a share of the new version becomes pods. */
export type Division =
  /** The share of the pods is the share of the requests. `maxSurge` in pods. */
  | { readonly by: 'pods'; readonly maxSurge: number }
  /** A router divides the requests; the old version stays whole, or shrinks as the new one grows. */
  | { readonly by: 'router'; readonly shrinks: boolean };

export interface PodSplit {
  readonly stable: number;
  readonly next: number;
}

/**
 * Pods of both versions while the canary holds at a weight.
 *
 * As the Rollouts controller 1.9 counts them: `utils/replicaset/canary.go`
 * (CalculateReplicaCountsForTrafficRoutedCanary, approximateWeightedCanaryStableReplicaCounts).
 *
 * @param weight - percent of the new version
 */
export function podsAtWeight(
  weight: number,
  replicas: number,
  division: Division,
): PodSplit {
  const next = Math.ceil((replicas * weight) / 100);
  switch (division.by) {
    case 'router':
      return {
        next,
        stable: division.shrinks
          ? Math.ceil((replicas * (100 - weight)) / 100)
          : replicas,
      };
    case 'pods':
      return replicas === 0 ? { stable: 0, next: 0 } : nearest();
  }

  /** The split whose share is nearest to the weight; one pod more than asked for may come nearer. */
  function nearest(): PodSplit {
    const surge = division.by === 'pods' && division.maxSurge > 0;
    const mayBeNone =
      weight === 0 || weight === 100 || (replicas === 1 && !surge);
    const floor = Math.floor((replicas * weight) / 100);
    const splits: { next: number; total: number }[] = [];
    const add = (total: number) => {
      if (total > replicas || next < replicas || mayBeNone) {
        splits.push({ next, total });
      }
      const isTied = ((total * weight) / 100) % 1 === 0.5;
      if (!isTied && (floor > 0 || mayBeNone)) {
        splits.push({ next: floor, total });
      }
    };
    add(replicas);
    if (surge) add(replicas + 1);
    const error = (split: { next: number; total: number }) =>
      Math.abs((split.next * 100) / split.total - weight);
    const best = splits.reduce(
      (one, other) => (error(other) < error(one) ? other : one),
      splits[0] ?? { next: 0, total: replicas },
    );
    return { next: best.next, stable: best.total - best.next };
  }
}

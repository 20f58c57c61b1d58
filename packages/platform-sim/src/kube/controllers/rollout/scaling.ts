import { countOf } from '../budgetController';

export interface Counts {
  readonly canary: number;
  readonly stable: number;
}

export interface Headroom {
  /** Pods above `replicas` that may exist. */
  readonly surge: number;
  /** Pods below `replicas` that may be missing. */
  readonly unavailable: number;
}

export function headroomOf(
  canary: { maxSurge?: number | string; maxUnavailable?: number | string },
  replicas: number,
): Headroom {
  const surge = countOf(canary.maxSurge ?? '25%', replicas);
  const share = canary.maxUnavailable ?? '25%';
  const unavailable =
    typeof share === 'number'
      ? share
      : Math.floor((Number(share.replace('%', '')) / 100) * replicas);
  return { surge, unavailable: surge + unavailable === 0 ? 1 : unavailable };
}

/**
 * Pods of each version that come nearest to the weight when nothing routes traffic: one more pod than asked for may
 * be used, and a weight above zero has at least one canary.
 */
export function desiredCounts(
  replicas: number,
  weight: number,
  surge: number,
): Counts {
  if (weight <= 0 || replicas === 0) return { canary: 0, stable: replicas };
  if (weight >= 100) return { canary: replicas, stable: 0 };
  const totals = surge > 0 ? [replicas, replicas + 1] : [replicas];
  const options = totals.flatMap(total => {
    const exact = (total * weight) / 100;
    return [Math.floor(exact), Math.ceil(exact)]
      .map(canary => Math.min(Math.max(1, canary), Math.max(1, total - 1)))
      .map(canary => ({ canary, stable: Math.max(0, total - canary) }));
  });
  const miss = ({ canary, stable }: Counts) =>
    Math.abs((canary / (canary + stable)) * 100 - weight);
  return (
    [...options].sort((a, b) => miss(a) - miss(b))[0] ?? {
      canary: 0,
      stable: replicas,
    }
  );
}

export interface SetState {
  readonly wanted: number;
  readonly available: number;
}

/** The next step from where the sets are to where they should be, within the headroom. */
export function nextCounts(
  replicas: number,
  {
    canary,
    stable,
    desired,
    headroom,
  }: {
    canary: SetState;
    stable: SetState;
    desired: Counts;
    headroom: Headroom;
  },
): Counts {
  const room = replicas + headroom.surge - canary.wanted - stable.wanted;
  const spare = Math.max(
    0,
    canary.available + stable.available - (replicas - headroom.unavailable),
  );
  const move = (set: SetState, to: number) => {
    if (to >= set.wanted) return Math.min(to, set.wanted + Math.max(0, room));
    const idle = Math.max(0, set.wanted - set.available);
    return Math.max(to, set.wanted - idle - spare);
  };
  return {
    canary: move(canary, desired.canary),
    stable: move(stable, desired.stable),
  };
}

import type { RolloutRow } from '../kube';
import type { CapacityDetail } from '../wire/capacityView';

interface Mix {
  readonly stable: number;
  readonly next: number;
}

/** Pods of each step of a canary: what it takes while a new version arrives. */
export function canaryPods(rollout: RolloutRow): CapacityDetail['canarySteps'] {
  const { strategy, replicas } = rollout;
  if (strategy.kind !== 'canary' || replicas === 0) {
    return [];
  }
  const weights = strategy.steps.flatMap(step =>
    step.kind === 'setWeight' && step.weight < 100 ? [step.weight] : [],
  );
  const maxSurge = parseShare(strategy.maxSurge ?? '25%', replicas);
  const mixes = weights.map(weight => ({
    label: `${weight} %`,
    ...(strategy.routed
      ? routedMix(replicas, weight, strategy.dynamicStableScale)
      : replicaMix(replicas, weight, maxSurge)),
  }));
  return [
    { label: 'now', stable: replicas, next: 0, surge: 0 },
    ...mixes.map(mix => ({
      ...mix,
      surge: Math.max(0, replicas + maxSurge - mix.stable - mix.next),
    })),
    { label: 'done', stable: 0, next: replicas, surge: 0 },
  ];
}

/** With a traffic router the stable version stays whole, unless it may shrink with its share. */
function routedMix(replicas: number, weight: number, shrinks: boolean): Mix {
  const next = Math.ceil((replicas * weight) / 100);
  return {
    stable: shrinks ? Math.ceil((replicas * (100 - weight)) / 100) : replicas,
    next,
  };
}

/**
 * Without a router pods are the share: of the counts that are possible, the
 * controller takes the one nearest to the weight, with one pod more where
 * surging is allowed. At least one pod is new.
 */
function replicaMix(replicas: number, weight: number, maxSurge: number): Mix {
  const totals = maxSurge > 0 ? [replicas, replicas + 1] : [replicas];
  const options = totals.flatMap(total => {
    const exact = (total * weight) / 100;
    const counts =
      exact % 1 === 0.5
        ? [Math.ceil(exact)]
        : [Math.ceil(exact), Math.floor(exact)];
    return counts
      .filter(next => next > 0 && (next < total || replicas === 1))
      .map(next => ({
        next,
        total,
        off: Math.abs((next * 100) / total - weight),
      }));
  });
  const [first, ...rest] = options;
  if (first === undefined) {
    return { stable: 0, next: replicas };
  }
  const best = rest.reduce((a, b) => (b.off < a.off ? b : a), first);
  return { stable: best.total - best.next, next: best.next };
}

/** A number or a percentage of the replicas, rounded up as for surging. */
export function parseShare(text: string, replicas: number): number {
  const percent = /^(\d+)%$/.exec(text)?.[1];
  return percent === undefined
    ? Number(text) || 0
    : Math.ceil((Number(percent) * replicas) / 100);
}

import { mostPodsOf } from './spec/replicas';
import type { ServiceSpec } from './spec/serviceSpec';
import { isRouted, workloadKindOf } from './spec/workload';

type Environment = ServiceSpec['environments'][number];

/** Pods of the service itself in one environment, its store not counted. */
export interface PodsAtPeak {
  /** Most of them while nothing changes: what a scaler may ask for. */
  readonly atRest: number;
  /** How many there are on top of that while a new version arrives. */
  readonly arriving: number;
}

/**
 * Most pods at once, by the way in which a new version arrives.
 *
 * With a router the old version stays whole until the new one has its full size, and so does blue/green, whose small
 * preview grows to full size before the switch. Read in the Rollouts controller 1.9:
 * `utils/replicaset/canary.go` (CalculateReplicaCountsForTrafficRoutedCanary) and `utils/replicaset/replicaset.go`
 * (NewRSNewReplicas).
 */
export function podsAtPeak(
  spec: ServiceSpec,
  environment: Environment,
): PodsAtPeak {
  const atRest = mostPodsOf(spec, environment);
  // It runs before the first pod of the new version starts.
  const migrating = spec.migration ? 1 : 0;
  return { atRest, arriving: Math.max(migrating, arrivingOf(spec, atRest)) };
}

function arrivingOf(spec: ServiceSpec, pods: number): number {
  const { strategy, maxSurge } = spec.delivery;
  switch (workloadKindOf(spec)) {
    case 'CronJob':
    case 'StatefulSet':
      return 0;
    case 'Deployment':
      return surgeOf(maxSurge, pods);
    case 'Rollout':
      if (strategy === 'blueGreen') return pods;
      if (!isRouted(spec)) return surgeOf(maxSurge, pods);
      return spec.delivery.dynamicStableScale
        ? mostWhileShrinking(weightsOf(spec), pods) - pods
        : pods;
  }
}

/** A surge in pods, rounded up as the controllers do. */
export function surgeOf(maxSurge: number | string, replicas: number): number {
  return typeof maxSurge === 'number'
    ? maxSurge
    : Math.ceil((replicas * parseInt(maxSurge, 10)) / 100);
}

/** Weights that the new version goes through, from none to all. */
function weightsOf({ delivery }: ServiceSpec): number[] {
  const steps =
    delivery.strategy === 'ab'
      ? []
      : delivery.steps.flatMap(step =>
          'setWeight' in step ? [step.setWeight] : [],
        );
  return [0, ...steps, 100];
}

// The new version grows to its next weight before the old one gives up its last one; and a version that is given up
// keeps its pods until the old one is whole again.
function mostWhileShrinking(weights: readonly number[], pods: number): number {
  const share = (weight: number) => Math.ceil((weight * pods) / 100);
  const atSteps = weights
    .slice(1)
    .map(
      (weight, index) =>
        share(weight) + share(100 - Math.min(weights[index]!, weight)),
    );
  const whenGivenUp = pods + share(Math.max(...weights.slice(0, -1)));
  return Math.max(...atSteps, whenGivenUp);
}

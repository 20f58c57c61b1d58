import type { ServiceSpec } from './serviceSpec';
import { isScaled } from './workload';

type Environment = Pick<
  ServiceSpec['environments'][number],
  'replicas' | 'maxReplicas'
>;
type ScalingAnswers = Pick<ServiceSpec, 'archetype' | 'scaling'>;

/** Whether there is no pod at all while there is nothing to do. */
export function scalesToZero(spec: ScalingAnswers): boolean {
  return isScaled(spec) && spec.scaling.kind === 'keda' && spec.scaling.toZero;
}

/** Fewest pods of the service at any time. A job has none between its runs. */
export function leastPodsOf(
  spec: ScalingAnswers,
  { replicas }: Environment,
): number {
  if (spec.archetype === 'job' || scalesToZero(spec)) return 0;
  // A scaler that may not go to zero has to begin with one.
  return isScaled(spec) ? Math.max(replicas, 1) : replicas;
}

/** Most pods of the service at any time, without those that a new version adds while it arrives. */
export function mostPodsOf(
  spec: ScalingAnswers,
  { replicas, maxReplicas }: Environment,
): number {
  if (spec.archetype === 'job') return 1;
  return isScaled(spec) ? maxReplicas ?? Math.max(replicas * 3, 3) : replicas;
}

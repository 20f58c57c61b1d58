import type { ServiceSpec } from './serviceSpec';

export type WorkloadKind = 'Rollout' | 'Deployment' | 'StatefulSet' | 'CronJob';

/** The answers that decide it, so that a form may ask before all others are given. */
interface WorkloadAnswers extends Pick<ServiceSpec, 'archetype'> {
  readonly data: Pick<ServiceSpec['data'], 'shape'>;
  readonly delivery: Pick<ServiceSpec['delivery'], 'strategy'>;
}

/** Kind of the object that runs the service itself. */
export function workloadKindOf(spec: WorkloadAnswers): WorkloadKind {
  if (spec.archetype === 'job') return 'CronJob';
  if (spec.data.shape === 'ownFiles') return 'StatefulSet';
  // A worker has no requests to divide between two versions.
  if (spec.archetype === 'worker' || spec.delivery.strategy === 'rolling') {
    return 'Deployment';
  }
  return 'Rollout';
}

/** Whether somebody calls it over HTTP, so that it has Services and may be exposed. */
export function answersRequests({
  archetype,
}: Pick<ServiceSpec, 'archetype'>): boolean {
  return archetype === 'service';
}

/** Whether something else than Git decides how many pods there are. A job has a schedule instead. */
export function isScaled({
  archetype,
  scaling,
}: Pick<ServiceSpec, 'archetype' | 'scaling'>): boolean {
  return scaling.kind !== 'fixed' && archetype !== 'job';
}

/** Whether a router divides requests between two versions, instead of the share of pods. */
export function isRouted(
  spec: WorkloadAnswers & Pick<ServiceSpec, 'exposure'>,
): boolean {
  if (workloadKindOf(spec) !== 'Rollout') return false;
  const { exposure } = spec;
  return (
    exposure.kind === 'gatewayApi' ||
    exposure.kind === 'ingressNginx' ||
    (exposure.kind === 'cloudflareTunnel' && exposure.to === 'gateway')
  );
}

/** Whether the arrival of a new version asks Prometheus. */
export function usesAnalysis(
  spec: Pick<ServiceSpec, 'archetype' | 'data' | 'delivery'>,
): boolean {
  if (workloadKindOf(spec) !== 'Rollout') return false;
  const { strategy, steps, analysis } = spec.delivery;
  return strategy === 'canary'
    ? steps.some(step => 'analysis' in step)
    : analysis !== undefined;
}

/** Template that asks for such a service, as an entity ref. */
export function templateOf(spec: WorkloadAnswers): string {
  const { archetype } = spec;
  const names = {
    service:
      workloadKindOf(spec) === 'StatefulSet'
        ? 'stateful-service'
        : 'http-service',
    worker: 'queue-worker',
    job: 'scheduled-job',
  } as const;
  return `template:default/${names[archetype]}`;
}

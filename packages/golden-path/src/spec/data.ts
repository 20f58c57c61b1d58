import type { ServiceSpec } from './serviceSpec';

/** Whether a PostgreSQL stands beside the service. */
export function keepsStore({ data }: Pick<ServiceSpec, 'data'>): boolean {
  return data.shape === 'storeBeside';
}

/** Whether the service itself is a StatefulSet with a claim per replica. */
export function keepsOwnFiles({ data }: Pick<ServiceSpec, 'data'>): boolean {
  return data.shape === 'ownFiles';
}

/** Whether any claim is made, so that each environment must name a class and a size. */
export function keepsData({ data }: Pick<ServiceSpec, 'data'>): boolean {
  return data.shape !== 'nothing';
}

/** Name of the database and of its user; absent without a store. */
export function databaseOf({ name, data }: ServiceSpec): string | undefined {
  // A dash would have to be quoted in every statement.
  return data.shape === 'storeBeside'
    ? data.database ?? name.replace(/-/g, '_')
    : undefined;
}

/** Kind of the object that runs the service itself. */
export function workloadKindOf(
  spec: Pick<ServiceSpec, 'data'>,
): 'Rollout' | 'StatefulSet' {
  return keepsOwnFiles(spec) ? 'StatefulSet' : 'Rollout';
}

/** Whether the canary asks Prometheus. */
export function usesAnalysis(spec: ServiceSpec): boolean {
  return (
    workloadKindOf(spec) === 'Rollout' &&
    spec.delivery.steps.some(step => 'analysis' in step)
  );
}

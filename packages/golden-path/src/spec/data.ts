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

/** Whether a claim outlives the pod that uses it, so that it is guarded, saved and restored. */
export function keepsLastingData({ data }: Pick<ServiceSpec, 'data'>): boolean {
  return data.shape !== 'nothing' && data.shape !== 'scratch';
}

/** Whether there is something to take snapshots of, and they are asked for. */
export function takesSnapshots(
  spec: Pick<ServiceSpec, 'archetype' | 'data' | 'snapshots'>,
): boolean {
  // A job has no replicas that could keep files of their own.
  const hasClaims =
    keepsLastingData(spec) &&
    !(spec.archetype === 'job' && keepsOwnFiles(spec));
  return spec.snapshots !== undefined && hasClaims;
}

/** Name of the database and of its user; absent without a store. */
export function databaseOf({ name, data }: ServiceSpec): string | undefined {
  // A dash would have to be quoted in every statement.
  return data.shape === 'storeBeside'
    ? data.database ?? name.replace(/-/g, '_')
    : undefined;
}

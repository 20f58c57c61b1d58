import type { KubeObject } from '../kube/objects';
import type { Condition } from '../kube/controllers/conditions';

export type HealthStatus =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface Health {
  readonly status: HealthStatus;
  readonly message?: string;
}

/** Best first, as Argo CD orders them. */
const ORDER: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

export function worstHealth(all: readonly HealthStatus[]): HealthStatus {
  return all.reduce<HealthStatus>(
    (worst, one) => (ORDER.indexOf(one) > ORDER.indexOf(worst) ? one : worst),
    'Healthy',
  );
}

/** Health of a live object as Argo CD judges it; `undefined` for kinds that have none. */
export function healthOf(live: KubeObject | undefined): Health | undefined {
  if (!live) return { status: 'Missing' };
  switch (live.kind) {
    case 'Rollout':
      return rolloutHealth(live);
    case 'StatefulSet':
    case 'Deployment':
    case 'DaemonSet':
      return workloadHealth(live);
    case 'PersistentVolumeClaim':
      return claimHealth(live);
    case 'ExternalSecret':
      return externalSecretHealth(live);
    case 'Job':
      return live.status?.completionTime
        ? { status: 'Healthy' }
        : { status: 'Progressing' };
    case 'CronJob':
    case 'Ingress':
    case 'HorizontalPodAutoscaler':
    case 'Service':
      return { status: 'Healthy' };
    default:
      return undefined;
  }
}

function rolloutHealth({ metadata, status = {} }: KubeObject): Health {
  const observed = Number(status.observedGeneration);
  if (Number.isFinite(observed) && observed < (metadata.generation ?? 0)) {
    return {
      status: 'Progressing',
      message: 'Waiting for rollout spec update to be observed',
    };
  }
  const message: string | undefined = status.message;
  switch (status.phase) {
    case 'Healthy':
      return { status: 'Healthy' };
    case 'Paused':
      return { status: 'Suspended', ...(message && { message }) };
    case 'Degraded':
      return { status: 'Degraded', ...(message && { message }) };
    default:
      return {
        status: 'Progressing',
        message: message ?? 'Waiting for the rollout to be observed',
      };
  }
}

function workloadHealth({
  metadata,
  kind,
  spec,
  status = {},
}: KubeObject): Health {
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return {
      status: 'Progressing',
      message: `Waiting for ${kind} spec update to be observed...`,
    };
  }
  const wanted = spec.replicas ?? status.desiredNumberScheduled ?? 1;
  const ready = status.readyReplicas ?? status.numberReady ?? 0;
  const updated = status.updatedReplicas ?? status.updatedNumberScheduled ?? 0;
  if (updated < wanted && spec.updateStrategy?.type !== 'OnDelete') {
    return {
      status: 'Progressing',
      message: `Waiting for ${wanted - updated} replicas to be updated`,
    };
  }
  return ready < wanted
    ? {
        status: 'Progressing',
        message: `Waiting for ${wanted - ready} replicas to be available`,
      }
    : { status: 'Healthy' };
}

function claimHealth({ status = {} }: KubeObject): Health {
  switch (status.phase) {
    case 'Bound':
      return { status: 'Healthy' };
    case 'Lost':
      return { status: 'Degraded' };
    default:
      return { status: 'Progressing' };
  }
}

function externalSecretHealth({ status }: KubeObject): Health {
  const ready = status?.conditions?.find(
    ({ type }: Condition) => type === 'Ready',
  );
  if (!ready)
    return { status: 'Progressing', message: 'Waiting for ExternalSecret' };
  return {
    status: ready.status === 'True' ? 'Healthy' : 'Degraded',
    message: ready.message,
  };
}

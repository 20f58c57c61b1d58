import type { Manifest, RenderedEnvironment } from '../types';
import { listAt, numberAt, ofKind, textAt } from './fields';

/** The object that a scaler or a VerticalPodAutoscaler works on. */
export interface Target {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** A share of a request that a scaler keeps its pods at. */
export interface Utilization {
  readonly resource: string;
  /** The one container whose request counts; all of them when absent. */
  readonly container?: string;
}

/** What decides how many pods a workload has. */
export interface Scaler {
  readonly object: Manifest;
  readonly kind: string;
  readonly name: string;
  readonly target: Target;
  readonly least: number;
  readonly most: number;
  readonly utilizations: readonly Utilization[];
}

/** KEDA's most pods when a ScaledObject does not say. */
const KEDA_MOST = 100;

export function scalersOf(environment: RenderedEnvironment): Scaler[] {
  return [
    ...ofKind(environment, 'HorizontalPodAutoscaler').map(object =>
      toScaler(object, {
        least: numberAt(object, 'spec', 'minReplicas') ?? 1,
        most: numberAt(object, 'spec', 'maxReplicas') ?? 1,
        utilizations: listAt(object, 'spec', 'metrics').flatMap(ofMetric),
      }),
    ),
    ...ofKind(environment, 'ScaledObject').map(object =>
      toScaler(object, {
        least:
          numberAt(object, 'spec', 'idleReplicaCount') ??
          numberAt(object, 'spec', 'minReplicaCount') ??
          0,
        most: numberAt(object, 'spec', 'maxReplicaCount') ?? KEDA_MOST,
        utilizations: listAt(object, 'spec', 'triggers').flatMap(ofTrigger),
      }),
    ),
  ];
}

/** Reads a reference to a workload; a Deployment when it does not say what, as Kubernetes and KEDA do. */
export function targetAt(object: Manifest, field: string): Target {
  return {
    apiVersion: textAt(object, 'spec', field, 'apiVersion') ?? 'apps/v1',
    kind: textAt(object, 'spec', field, 'kind') ?? 'Deployment',
    name: textAt(object, 'spec', field, 'name') ?? '',
  };
}

function toScaler(
  object: Manifest,
  fields: Pick<Scaler, 'least' | 'most' | 'utilizations'>,
): Scaler {
  return {
    object,
    kind: object.kind,
    name: object.metadata.name,
    target: targetAt(object, 'scaleTargetRef'),
    ...fields,
  };
}

function ofMetric(metric: unknown): Utilization[] {
  const field =
    textAt(metric, 'type') === 'ContainerResource'
      ? 'containerResource'
      : 'resource';
  const resource = textAt(metric, field, 'name');
  return resource === undefined ||
    textAt(metric, field, 'target', 'type') !== 'Utilization'
    ? []
    : [{ resource, container: textAt(metric, field, 'container') }];
}

function ofTrigger(trigger: unknown): Utilization[] {
  const resource = textAt(trigger, 'type');
  if (resource !== 'cpu' && resource !== 'memory') return [];
  // The second place is that of older versions of KEDA.
  const type =
    textAt(trigger, 'metricType') ?? textAt(trigger, 'metadata', 'type');
  return type === 'AverageValue'
    ? []
    : [{ resource, container: textAt(trigger, 'metadata', 'containerName') }];
}

import { leastPodsOf, mostPodsOf } from '../../spec/replicas';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import type { PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';
import { scalingBehavior } from './behavior';
import { scaleTarget } from './scaleTarget';
import type { Typed } from '../typed';

type HpaAnswers = Extract<ServiceSpec['scaling'], { kind: 'hpa' }>;

/** Busy enough to use what was asked for, with room until further pods are ready. */
const DEFAULT_CPU_UTILIZATION = 70;

/** Scales by how busy the pods are. */
export function horizontalPodAutoscaler(
  spec: ServiceSpec,
  scaling: HpaAnswers,
): Typed<'HorizontalPodAutoscaler'> {
  const environment = spec.environments[0]!;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      scaleTargetRef: scaleTarget(spec),
      minReplicas: leastPodsOf(spec, environment),
      maxReplicas: mostPodsOf(spec, environment),
      metrics: metricsOf(scaling),
      behavior: scalingBehavior(spec),
    },
  };
}

/** Its bounds in an environment. */
export function horizontalPodAutoscalerPatch(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
): PatchFile {
  return {
    file: 'patch-scaling.yaml',
    target: {
      group: 'autoscaling',
      version: 'v2',
      kind: 'HorizontalPodAutoscaler',
      name: spec.name,
    },
    operations: [
      {
        op: 'replace',
        path: '/spec/minReplicas',
        value: leastPodsOf(spec, environment),
      },
      {
        op: 'replace',
        path: '/spec/maxReplicas',
        value: mostPodsOf(spec, environment),
      },
    ],
  };
}

function metricsOf({ cpuUtilization, memoryUtilization }: HpaAnswers) {
  const metrics = [
    ...(cpuUtilization === undefined ? [] : [metric('cpu', cpuUtilization)]),
    ...(memoryUtilization === undefined
      ? []
      : [metric('memory', memoryUtilization)]),
  ];
  return metrics.length > 0
    ? metrics
    : [metric('cpu', DEFAULT_CPU_UTILIZATION)];
}

function metric(name: 'cpu' | 'memory', averageUtilization: number) {
  return {
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  };
}

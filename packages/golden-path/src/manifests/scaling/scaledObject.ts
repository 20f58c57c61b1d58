import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { leastPodsOf, mostPodsOf } from '../../spec/replicas';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import type { Patch, PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';
import { scalingBehavior } from './behavior';
import { scaleTarget } from './scaleTarget';
import { queryOf, triggerOf } from './triggers';
import type { Typed } from '../typed';

type KedaAnswers = Extract<ServiceSpec['scaling'], { kind: 'keda' }>;

/** Seconds without work after which the last pod goes. */
const COOLDOWN_SECONDS = 300;

/** Scales by the work that waits, by latency, by the time of day or by how busy the pods are. */
export function scaledObject(
  spec: ServiceSpec,
  scaling: KedaAnswers,
  platform: PlatformFacts,
): Typed<'ScaledObject'> {
  const environment = spec.environments[0]!;
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      scaleTargetRef: scaleTarget(spec),
      pollingInterval: 30,
      ...(scaling.toZero && { cooldownPeriod: COOLDOWN_SECONDS }),
      minReplicaCount: leastPodsOf(spec, environment),
      maxReplicaCount: mostPodsOf(spec, environment),
      ...(fallsBack(scaling) && {
        fallback: { failureThreshold: 3, replicas: fallbackOf(environment) },
      }),
      advanced: {
        horizontalPodAutoscalerConfig: { behavior: scalingBehavior(spec) },
      },
      triggers: scaling.triggers.map(trigger =>
        triggerOf(trigger, namespaceOf(spec.name, environment.name), platform),
      ),
    },
  };
}

/** Its bounds in an environment, and the queries that name the environment's namespace. */
export function scaledObjectPatch(
  spec: ServiceSpec,
  scaling: KedaAnswers,
  environment: EnvironmentAnswers,
): PatchFile {
  const namespace = namespaceOf(spec.name, environment.name);
  return {
    file: 'patch-scaling.yaml',
    target: {
      group: 'keda.sh',
      version: 'v1alpha1',
      kind: 'ScaledObject',
      name: spec.name,
    },
    operations: [
      replace('/spec/minReplicaCount', leastPodsOf(spec, environment)),
      replace('/spec/maxReplicaCount', mostPodsOf(spec, environment)),
      ...(fallsBack(scaling)
        ? [replace('/spec/fallback/replicas', fallbackOf(environment))]
        : []),
      ...scaling.triggers.flatMap((trigger, index) => {
        const query = queryOf(trigger, namespace);
        return query === undefined || query === queryOf(trigger, '')
          ? []
          : [replace(`/spec/triggers/${index}/metadata/query`, query)];
      }),
    ],
  };
}

// KEDA refuses a fallback without a trigger that counts per pod, and a clock cannot fail.
function fallsBack({ triggers }: KedaAnswers): boolean {
  return triggers.some(({ type }) => type === 'queue');
}

/** As many as were answered, while nobody can say how much work there is. */
function fallbackOf({ replicas }: EnvironmentAnswers): number {
  return Math.max(replicas, 1);
}

function replace(path: string, value: unknown): Patch {
  return { op: 'replace', path, value };
}

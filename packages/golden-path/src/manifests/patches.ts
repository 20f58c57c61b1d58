import type { ServiceSpec } from '../spec/serviceSpec';
import { isScaled, type WorkloadKind, workloadKindOf } from '../spec/workload';
import { SCRATCH_VOLUME } from './claims';
import type { Patch } from './named';
import { volumeIndex } from './podVolumes';
import {
  type EnvironmentAnswers,
  resourcesOf,
  storeResourcesOf,
} from './resources';

/** Seconds a pod must stay ready in production before the next one is replaced, when the answers say none. */
const MIN_READY_IN_PRODUCTION = 10;

const GROUPS: Readonly<Record<WorkloadKind, Record<string, string>>> = {
  Rollout: { group: 'argoproj.io', version: 'v1alpha1' },
  Deployment: { group: 'apps', version: 'v1' },
  StatefulSet: { group: 'apps', version: 'v1' },
  CronJob: { group: 'batch', version: 'v1' },
};

/** Selects the object that runs the service itself. */
export function workloadTarget(spec: ServiceSpec): Record<string, string> {
  const kind = workloadKindOf(spec);
  return { ...GROUPS[kind], kind, name: spec.name };
}

/** Where the pod's spec lies in that object. */
export function podPath(spec: ServiceSpec): string {
  return workloadKindOf(spec) === 'CronJob'
    ? '/spec/jobTemplate/spec/template/spec'
    : '/spec/template/spec';
}

/** Sizes of an environment, and what is stricter in production. */
export function workloadPatch(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  options: { production: boolean },
): Patch[] {
  const kind = workloadKindOf(spec);
  const patches: Patch[] = [
    ...(kind === 'CronJob' || isScaled(spec)
      ? []
      : [replace('/spec/replicas', environment.replicas)]),
    replace(
      `${podPath(spec)}/containers/0/resources`,
      resourcesOf(environment),
    ),
  ];
  if (kind === 'StatefulSet') {
    patches.push(
      replace('/spec/updateStrategy/rollingUpdate/partition', 0),
      ...templatePatches(spec, environment),
    );
  }
  if (spec.data.shape === 'scratch') {
    const volume = volumeIndex(spec, SCRATCH_VOLUME);
    patches.push(
      ...claimPatch(
        `${podPath(spec)}/volumes/${volume}/ephemeral/volumeClaimTemplate/spec`,
        environment,
      ),
    );
  }
  if (options.production && kind !== 'CronJob') {
    patches.push(
      replace(
        '/spec/template/spec/topologySpreadConstraints/0/whenUnsatisfiable',
        'DoNotSchedule',
      ),
    );
    if (spec.delivery.minReadySeconds === 0) {
      patches.push(replace('/spec/minReadySeconds', MIN_READY_IN_PRODUCTION));
    }
  }
  return patches;
}

/** Further claims have a size of their own, and the environment's class unless they were given one. */
function templatePatches(
  { data }: ServiceSpec,
  environment: EnvironmentAnswers,
): Patch[] {
  const at = (index: number) => `/spec/volumeClaimTemplates/${index}/spec`;
  const further = data.shape === 'ownFiles' ? data.furtherClaims : [];
  return [
    ...claimPatch(at(0), environment),
    ...further.flatMap((claim, index) =>
      claim.storageClass === undefined
        ? claimPatch(at(index + 1), { storageClass: environment.storageClass })
        : [],
    ),
  ];
}

export function storePatch(environment: EnvironmentAnswers): Patch[] {
  return [
    replace(
      '/spec/template/spec/containers/0/resources',
      storeResourcesOf(environment),
    ),
    ...claimPatch('/spec/volumeClaimTemplates/0/spec', environment),
  ];
}

/** Class and size of a claim whose spec lies at `at`; what was not answered stays as the base has it. */
export function claimPatch(
  at: string,
  { storageClass, size }: Pick<EnvironmentAnswers, 'storageClass' | 'size'>,
): Patch[] {
  return [
    ...(storageClass === undefined
      ? []
      : [replace(`${at}/storageClassName`, storageClass)]),
    ...(size === undefined
      ? []
      : [replace(`${at}/resources/requests/storage`, size)]),
  ];
}

function replace(path: string, value: unknown): Patch {
  return { op: 'replace', path, value };
}

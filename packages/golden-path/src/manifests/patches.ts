import { keepsOwnFiles } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import {
  type EnvironmentAnswers,
  resourcesOf,
  storeResourcesOf,
} from './resources';

/**
 * A JSON6902 operation. The only kind of patch that we write: a strategic-merge patch of a Rollout replaces its whole
 * list of containers.
 */
export interface Patch {
  readonly op: 'replace';
  readonly path: string;
  readonly value: unknown;
}

/** Seconds a pod must stay ready in production before the next one is replaced, when the answers say none. */
const MIN_READY_IN_PRODUCTION = 10;

/** Selects the object that runs the service itself. */
export function workloadTarget(
  spec: Pick<ServiceSpec, 'data'>,
): Record<string, string> {
  return keepsOwnFiles(spec)
    ? { group: 'apps', version: 'v1', kind: 'StatefulSet' }
    : { group: 'argoproj.io', version: 'v1alpha1', kind: 'Rollout' };
}

/** Sizes of an environment, and what is stricter in production. */
export function workloadPatch(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  options: { production: boolean },
): Patch[] {
  const patches = [
    replace('/spec/replicas', environment.replicas),
    replace(
      '/spec/template/spec/containers/0/resources',
      resourcesOf(environment),
    ),
  ];
  if (keepsOwnFiles(spec)) {
    patches.push(
      replace('/spec/updateStrategy/rollingUpdate/partition', 0),
      ...claimPatch('/spec/volumeClaimTemplates/0/spec', environment),
    );
  }
  if (options.production) {
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
  { storageClass, size }: EnvironmentAnswers,
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

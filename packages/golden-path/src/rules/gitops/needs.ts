import type { Manifest, RenderedEnvironment } from '../../types';
import {
  at,
  listAt,
  matches,
  ofKind,
  type Workload,
  workloadsOf,
} from '../kube';

/** An object without which a pod does not start, or has nobody to talk to. */
export interface Need {
  readonly words: string;
  readonly object: Manifest;
}

/** What of the same sync the pods of a workload need: settings, secrets, identity, claims, and stores they call. */
export function needsOf(
  workload: Workload,
  environment: RenderedEnvironment,
): Need[] {
  return [
    ...referencesOf(workload).flatMap(([kind, name]) =>
      providersOf(environment, kind, name).map(object => ({
        words: `${kind} ${name}`,
        object,
      })),
    ),
    ...storesOf(workload, environment),
  ];
}

function referencesOf({ pod }: Workload): [kind: string, name: unknown][] {
  const containers = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
  return [
    ['ServiceAccount', at(pod, 'serviceAccountName')],
    ...containers.flatMap(container => [
      ...listAt(container, 'envFrom').flatMap(named),
      ...listAt(container, 'env').flatMap(variable =>
        keyed(at(variable, 'valueFrom')),
      ),
    ]),
    ...listAt(pod, 'volumes').flatMap((volume): [string, unknown][] => [
      ['ConfigMap', at(volume, 'configMap', 'name')],
      ['Secret', at(volume, 'secret', 'secretName')],
      [
        'PersistentVolumeClaim',
        at(volume, 'persistentVolumeClaim', 'claimName'),
      ],
    ]),
  ];
}

function named(source: unknown): [string, unknown][] {
  return [
    ['ConfigMap', at(source, 'configMapRef', 'name')],
    ['Secret', at(source, 'secretRef', 'name')],
  ];
}

function keyed(source: unknown): [string, unknown][] {
  return [
    ['ConfigMap', at(source, 'configMapKeyRef', 'name')],
    ['Secret', at(source, 'secretKeyRef', 'name')],
  ];
}

function providersOf(
  environment: RenderedEnvironment,
  kind: string,
  name: unknown,
): Manifest[] {
  if (typeof name !== 'string') return [];
  return environment.objects.filter(
    object =>
      (object.kind === kind && object.metadata.name === name) ||
      (kind === 'Secret' &&
        object.kind === 'ExternalSecret' &&
        (at(object, 'spec', 'target', 'name') ?? object.metadata.name) ===
          name),
  );
}

/** A variable that names a Service of this sync as its host means the pods behind it. */
function storesOf(workload: Workload, environment: RenderedEnvironment) {
  const hosts = (workload.pod.containers ?? []).flatMap(({ env }) =>
    (env ?? [])
      .filter(({ name }) => name.includes('HOST'))
      .map(({ value }) => value),
  );
  return ofKind(environment, 'Service')
    .filter(({ metadata }) => hosts.includes(metadata.name))
    .flatMap(({ spec }) =>
      workloadsOf(environment)
        .filter(
          ({ kind, podLabels }) =>
            kind === 'StatefulSet' &&
            matches({ matchLabels: at(spec, 'selector') }, podLabels),
        )
        .map(({ object, kind, name }) => ({
          words: `${kind} ${name}`,
          object,
        })),
    );
}

import type { Kustomization } from './kustomization';
import {
  gvkOf,
  type JsonObject,
  nameOf,
  namespaceOf,
  type Resource,
} from './Resource';

const FIRST: readonly string[] = [
  'Namespace',
  'ResourceQuota',
  'StorageClass',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PodSecurityPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Endpoints',
  'Service',
  'LimitRange',
  'PriorityClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
];

const LAST: readonly string[] = [
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
];

/** Orders like `kustomize build` does when nothing is said: by kind, then by API, namespace and name. */
export function sortResources(
  resources: readonly Resource[],
  options: Kustomization['sortOptions'],
): readonly Resource[] {
  if (options?.order === 'fifo') {
    return resources;
  }
  const first = options?.legacySortOptions?.orderFirst ?? FIRST;
  const last = options?.legacySortOptions?.orderLast ?? LAST;
  const rank = (kind: string) =>
    first.includes(kind)
      ? first.indexOf(kind) - first.length
      : last.indexOf(kind) + 1;
  const keys = new Map(
    resources.map(resource => [resource, sortKey(resource.object)]),
  );
  return [...resources].sort((a, b) => {
    const kind = String(a.object.kind);
    const byKind = rank(kind) - rank(String(b.object.kind));
    const byKey = byText(keys.get(a) ?? '', keys.get(b) ?? '');
    return byKind || (isOneCoreNamespace(a, b) ? -byKey : byKey);
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The core Namespace stands before a kind of somebody else's that is called so too. */
function isOneCoreNamespace(a: Resource, b: Resource): boolean {
  const apis = [a, b].map(({ object }) => gvkOf(object));
  return (
    apis.every(({ kind }) => kind === 'Namespace') &&
    apis.filter(({ group }) => group === '').length === 1
  );
}

function sortKey(object: JsonObject): string {
  const { group, version, kind } = gvkOf(object);
  const api = [group || '~G', version || '~V', kind || '~K'].join('_');
  return [api, namespaceOf(object) || '~X', nameOf(object) || '~N'].join('|');
}

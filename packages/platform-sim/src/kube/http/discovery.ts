import type { ClusterFaults } from '../faults';
import type { KindInfo } from '../kinds';
import { ALL_KINDS, groupVersionOf } from '../kinds';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** The answer to a discovery path, `undefined` when the path is none. */
export function discover(
  path: string,
  faults: ClusterFaults,
): object | undefined {
  const kinds = ALL_KINDS.filter(({ group }) => faults.isInstalled(group));
  const [root, group, version, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return undefined;
  if (root === 'api') return core(group, version, kinds);
  if (root !== 'apis') return undefined;
  if (group === undefined) {
    const names = [...new Set(kinds.map(kind => kind.group))].filter(Boolean);
    const groups = names.map(name => groupOf(name, kinds));
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  const own = kinds.filter(kind => kind.group === group);
  if (own.length === 0) return undefined;
  if (version === undefined) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group, kinds) };
  }
  return resources(own.filter(kind => kind.version === version));
}

function core(
  version: string | undefined,
  more: string | undefined,
  kinds: readonly KindInfo[],
): object | undefined {
  if (version === undefined) {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (version !== 'v1' || more !== undefined) return undefined;
  return resources(kinds.filter(({ group }) => group === ''));
}

function groupOf(name: string, kinds: readonly KindInfo[]): object {
  const versions = [
    ...new Set(kinds.filter(kind => kind.group === name).map(groupVersionOf)),
  ].map(groupVersion => ({
    groupVersion,
    version: groupVersion.slice(name.length + 1),
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function resources(kinds: readonly KindInfo[]): object | undefined {
  const [first] = kinds;
  if (!first) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: groupVersionOf(first),
    resources: kinds.flatMap(kind => {
      const { plural, kind: name, namespaced } = kind;
      const main = {
        name: plural,
        singularName: name.toLowerCase(),
        namespaced,
        kind: name,
        verbs: VERBS,
      };
      const status = {
        name: `${plural}/status`,
        singularName: '',
        namespaced,
        kind: name,
        verbs: ['get', 'patch', 'update'],
      };
      return kind.status ? [main, status] : [main];
    }),
  };
}

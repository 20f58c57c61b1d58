import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf, nameOf, selectorOf } from '../metadata';
import type { Typed } from '../typed';

/** Ports on which API servers listen: behind their Service, and as policies see them, behind its translation. */
const API_PORTS = [443, 6443];

const API_GROUP = 'rbac.authorization.k8s.io';

/** Snapshots and the names of claims, in its own namespace: neither a Secret nor the content of anything. */
export function snapshotRole({ name }: ServiceSpec): Typed<'Role'> {
  return {
    apiVersion: `${API_GROUP}/v1`,
    kind: 'Role',
    metadata: metadata(name),
    rules: [
      {
        apiGroups: [''],
        resources: ['persistentvolumeclaims'],
        verbs: ['list'],
      },
      {
        apiGroups: ['snapshot.storage.k8s.io'],
        resources: ['volumesnapshots'],
        verbs: ['get', 'list', 'create', 'delete'],
      },
    ],
  };
}

export function snapshotRoleBinding({
  name,
}: ServiceSpec): Typed<'RoleBinding'> {
  const account = nameOf(name, 'snapshots');
  return {
    apiVersion: `${API_GROUP}/v1`,
    kind: 'RoleBinding',
    metadata: metadata(name),
    roleRef: { apiGroup: API_GROUP, kind: 'Role', name: account },
    // The overlay's namespace follows, as that of every reference to an account of the same build.
    subjects: [{ kind: 'ServiceAccount', name: account }],
  };
}

/**
 * The way to the API server. By port only: it is no pod, and its addresses are another set in each cluster.
 */
export function snapshotPolicy({ name }: ServiceSpec): Typed<'NetworkPolicy'> {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(name),
    spec: {
      podSelector: { matchLabels: selectorOf(name, 'snapshots') },
      policyTypes: ['Egress'],
      egress: [{ ports: API_PORTS.map(port => ({ protocol: 'TCP', port })) }],
    },
  };
}

function metadata(service: string) {
  return metadataOf({
    service,
    name: nameOf(service, 'snapshots'),
    component: 'snapshots',
    wave: 'first',
  });
}

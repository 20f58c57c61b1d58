import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { READER_USER } from './cluster';
import type { KubeApi } from './kubeApi';

const FILE = resolve(__dirname, '../../../../deploy/rbac/reader.yaml');
const CLUSTER_ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const BINDINGS = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';

/** Gives the product's user exactly the roles that an installation gives it. */
export async function bindReader(api: KubeApi): Promise<void> {
  const roles = parseAllDocuments(readFileSync(FILE, 'utf8'))
    .map(document => document.toJS())
    .filter(({ kind }) => kind === 'ClusterRole');
  for (const role of roles) {
    const { name } = role.metadata;
    await api.apply(`${CLUSTER_ROLES}/${name}`, JSON.stringify(role));
    await api.apply(
      `${BINDINGS}/${name}`,
      JSON.stringify({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name,
        },
        subjects: [
          {
            kind: 'User',
            apiGroup: 'rbac.authorization.k8s.io',
            name: READER_USER,
          },
        ],
      }),
    );
  }
}

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterAccess } from '@baremetal/platform-sim';
import { program } from '../build/cache';
import type { Children } from './Children';
import { KubeApi } from './kubeApi';
import type { Pki } from './pki';

export interface RunningCluster {
  readonly name: string;
  readonly access: ClusterAccess;
  readonly api: KubeApi;
  readonly kubeconfig: string;
}

/** User behind the read-only token; bound to the roles that `deploy/rbac` ships. */
export const READER_USER = 'baremetal-portal';

/** Starts an API server and its controller manager, and waits until it is ready. */
export async function startCluster(
  name: string,
  options: {
    dir: string;
    children: Children;
    pki: Pki;
    port: number;
    etcd: string;
  },
): Promise<RunningCluster> {
  const { dir, children, pki, port, etcd } = options;
  const url = `https://127.0.0.1:${port}`;
  const adminToken = randomBytes(24).toString('hex');
  const readerToken = randomBytes(24).toString('hex');
  const tokens = join(dir, `${name}.tokens.csv`);
  writeFileSync(
    tokens,
    `${adminToken},admin,1,"system:masters"\n${readerToken},${READER_USER},2\n`,
    { mode: 0o600 },
  );
  const kubeconfig = join(dir, `${name}.kubeconfig`);
  writeFileSync(
    kubeconfig,
    kubeconfigText({ name, url, pki, token: adminToken }),
    {
      mode: 0o600,
    },
  );
  children.start(`${name}-apiserver`, {
    command: program('kube-apiserver'),
    args: [
      `--etcd-servers=${etcd}`,
      `--etcd-prefix=/registry-${name}`,
      `--secure-port=${port}`,
      '--bind-address=127.0.0.1',
      `--tls-cert-file=${pki.certFile}`,
      `--tls-private-key-file=${pki.keyFile}`,
      `--client-ca-file=${pki.caFile}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-signing-key-file=${pki.serviceAccountKeyFile}`,
      `--service-account-key-file=${pki.serviceAccountKeyFile}`,
      '--service-cluster-ip-range=10.0.0.0/16',
      '--allow-privileged',
    ],
  });
  const api = new KubeApi({ url, ca: pki.ca, token: adminToken });
  await children.until(`${name}-apiserver`, () => api.isReady());
  children.start(`${name}-controller-manager`, {
    command: program('kube-controller-manager'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      `--service-account-private-key-file=${pki.serviceAccountKeyFile}`,
      `--root-ca-file=${pki.caFile}`,
      '--leader-elect=false',
      '--secure-port=0',
      // Its own limit, 20 requests a second, is for a server that many others share.
      '--kube-api-qps=200',
      '--kube-api-burst=400',
    ],
  });
  return {
    name,
    access: { name, url, ca: pki.ca, adminToken, readerToken },
    api,
    kubeconfig,
  };
}

function kubeconfigText(options: {
  name: string;
  url: string;
  pki: Pki;
  token: string;
}): string {
  const { name, url, pki, token } = options;
  // JSON is YAML.
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name, cluster: { server: url, 'certificate-authority': pki.caFile } },
    ],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name, context: { cluster: name, user: 'admin' } }],
    'current-context': name,
  });
}

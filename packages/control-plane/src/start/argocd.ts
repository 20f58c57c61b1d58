import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GitHostAccess } from '@baremetal/platform-sim';
import { program } from '../build/cache';
import type { Children } from './Children';
import type { RunningCluster } from './cluster';
import { installCrds } from './crds';

const NAMESPACE = 'argocd';
const LABELS = { 'app.kubernetes.io/part-of': 'argocd' };

export interface ArgocdPorts {
  readonly redis: number;
  readonly repoServer: number;
  readonly metrics: readonly [number, number, number];
  readonly probe: number;
  readonly webhook: number;
}

/** Starts Argo CD on the management cluster and lets it watch the platform repository. */
export async function startArgocd(options: {
  dir: string;
  children: Children;
  management: RunningCluster;
  destinations: readonly RunningCluster[];
  git: GitHostAccess;
  platformRepo: { owner: string; name: string };
  pollSeconds: number;
  ports: ArgocdPorts;
}): Promise<void> {
  const { children, management, ports } = options;
  requireRedis();
  await installCrds(management.api, 'management');
  await configure(options);
  startPrograms(options);
  await children.until(
    'argocd-controller',
    async () =>
      (
        await fetch(`http://127.0.0.1:${ports.metrics[1]}/healthz`)
      ).ok,
  );
}

function requireRedis() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
  } catch {
    if (process.getuid?.() === 0) {
      execFileSync(
        'sh',
        ['-c', 'apt-get update && apt-get install -y redis-server'],
        {
          stdio: 'ignore',
        },
      );
      return;
    }
    throw new Error(
      'Argo CD needs redis-server and it was not found. Install it (Debian: apt-get install redis-server) and run it again.',
    );
  }
}

async function configure(options: {
  management: RunningCluster;
  destinations: readonly RunningCluster[];
  git: GitHostAccess;
  platformRepo: { owner: string; name: string };
  pollSeconds: number;
}): Promise<void> {
  const { api } = options.management;
  const make = (kind: string, plural: string, name: string, rest: object) =>
    api.create(`/api/v1/namespaces/${NAMESPACE}/${plural}`, {
      apiVersion: 'v1',
      kind,
      metadata: { name, namespace: NAMESPACE, labels: LABELS },
      ...rest,
    });
  await api.create('/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  await make('ConfigMap', 'configmaps', 'argocd-cm', {
    data: {
      'timeout.reconciliation': `${options.pollSeconds}s`,
      'timeout.reconciliation.jitter': '0s',
    },
  });
  await make('ConfigMap', 'configmaps', 'argocd-rbac-cm', {});
  await make('ConfigMap', 'configmaps', 'argocd-cmd-params-cm', {});
  await make('Secret', 'secrets', 'argocd-secret', {
    stringData: { 'server.secretkey': randomBytes(16).toString('hex') },
  });
  for (const { access } of options.destinations) {
    await api.create(`/api/v1/namespaces/${NAMESPACE}/secrets`, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: `cluster-${access.name}`,
        labels: { ...LABELS, 'argocd.argoproj.io/secret-type': 'cluster' },
      },
      stringData: {
        name: access.name,
        server: access.url,
        config: JSON.stringify({
          bearerToken: access.adminToken,
          tlsClientConfig: {
            caData: Buffer.from(access.ca).toString('base64'),
          },
        }),
      },
    });
  }
  // Private repositories of the host are read with the bot's token.
  await api.create(`/api/v1/namespaces/${NAMESPACE}/secrets`, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'git-host',
      labels: { ...LABELS, 'argocd.argoproj.io/secret-type': 'repo-creds' },
    },
    stringData: {
      type: 'git',
      url: options.git.url,
      username: options.git.user,
      password: options.git.token,
    },
  });
  const argo = `/apis/argoproj.io/v1alpha1/namespaces/${NAMESPACE}`;
  await api.create(`${argo}/appprojects`, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'platform', namespace: NAMESPACE },
    spec: {
      sourceRepos: ['*'],
      destinations: [
        { server: 'https://kubernetes.default.svc', namespace: NAMESPACE },
      ],
      namespaceResourceWhitelist: [
        { group: 'argoproj.io', kind: 'AppProject' },
        { group: 'argoproj.io', kind: 'ApplicationSet' },
      ],
    },
  });
  await api.create(`${argo}/applications`, {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'platform-apps', namespace: NAMESPACE },
    spec: {
      project: 'platform',
      source: {
        repoURL: `${options.git.url}/${options.platformRepo.owner}/${options.platformRepo.name}.git`,
        targetRevision: 'main',
        path: 'apps',
        directory: { recurse: true },
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: NAMESPACE,
      },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  });
}

function startPrograms(options: {
  dir: string;
  children: Children;
  management: RunningCluster;
  pollSeconds: number;
  ports: ArgocdPorts;
}) {
  const { children, ports } = options;
  const { kubeconfig } = options.management;
  const argo = join(options.dir, 'argocd');
  for (const folder of ['bin', 'tls', 'ssh', 'gpg', 'gpg-src']) {
    mkdirSync(join(argo, folder), { recursive: true });
  }
  writeFileSync(join(argo, 'ssh', 'ssh_known_hosts'), '');
  const env = {
    PATH: `${dirname(program('kustomize'))}:${process.env.PATH}`,
    KUBECONFIG: kubeconfig,
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: join(argo, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(argo, 'ssh'),
    ARGOCD_GPG_DATA_PATH: join(argo, 'gpg-src'),
    ARGOCD_GNUPGHOME: join(argo, 'gpg'),
    TMPDIR: argo,
    // By default one path for all: a second platform on the machine would take the first one's credentials away.
    ARGOCD_ASK_PASS_SOCK: join(argo, 'ask-pass.sock'),
    // Its own limit is for API servers that many others share.
    ARGOCD_K8S_CLIENT_QPS: '300',
    ARGOCD_K8S_CLIENT_BURST: '600',
  };
  // One program, whose part is chosen by the name it is called by.
  const start = (name: string, file: string, args: string[]) => {
    const link = join(argo, 'bin', file);
    symlinkSync(program('argocd'), link);
    children.start(name, { command: link, args, env });
  };
  const redis = `127.0.0.1:${ports.redis}`;
  const repoServer = `127.0.0.1:${ports.repoServer}`;
  children.start('redis', {
    command: 'redis-server',
    args: [
      '--port',
      String(ports.redis),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--dir',
      argo,
    ],
  });
  start('argocd-repo-server', 'argocd-repo-server', [
    '--redis',
    redis,
    '--address',
    '127.0.0.1',
    '--port',
    String(ports.repoServer),
    '--metrics-address',
    '127.0.0.1',
    '--metrics-port',
    String(ports.metrics[0]),
    '--disable-tls',
    // What a branch points at is asked again at every poll, not every three minutes.
    '--revision-cache-expiration',
    '3s',
  ]);
  start('argocd-controller', 'argocd-application-controller', [
    '--kubeconfig',
    kubeconfig,
    '--namespace',
    NAMESPACE,
    '--redis',
    redis,
    '--repo-server',
    repoServer,
    '--repo-server-plaintext',
    '--metrics-port',
    String(ports.metrics[1]),
    '--app-resync',
    String(options.pollSeconds),
    // Operations mostly wait, for the next wave or for health.
    '--operation-processors',
    '30',
  ]);
  start('argocd-applicationset', 'argocd-applicationset-controller', [
    '--kubeconfig',
    kubeconfig,
    '--namespace',
    NAMESPACE,
    '--argocd-repo-server',
    repoServer,
    '--repo-server-plaintext',
    '--metrics-addr',
    `127.0.0.1:${ports.metrics[2]}`,
    '--probe-addr',
    `127.0.0.1:${ports.probe}`,
    '--webhook-addr',
    `127.0.0.1:${ports.webhook}`,
    '--enable-leader-election=false',
  ]);
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningMetrics, RunningPlatform } from '@baremetal/platform-sim';
import { program } from '../build/cache';
import { startArgocd } from './argocd';
import { Children } from './Children';
import { type RunningCluster, startCluster } from './cluster';
import { startGitea } from './gitea';
import { addNodes } from './nodes';
import { createPki } from './pki';
import { freePorts } from './ports';
import { bindReader } from './rbac';
import { seedPlatformRepo } from './seedPlatformRepo';
import { addStorageClasses } from './storageClasses';
import { startStandIns } from './standIns';
import { startWorkloadParts } from './workloadCluster';

export interface ControlPlaneOptions {
  /** Logs and state; a temporary folder when absent. */
  readonly dir?: string;
  /** Which parts a run needs; all by default. */
  readonly parts?: {
    readonly clusters?: readonly WorkloadName[];
    readonly argocd?: boolean;
    readonly git?: boolean;
    /** How often Argo CD asks the Git host by itself; 5 by default. */
    readonly pollSeconds?: number;
  };
  readonly say?: (words: string) => void;
}

export type WorkloadName = 'dev' | 'stage' | 'prod';

/** The real platform, running. */
export interface ControlPlane extends RunningPlatform {
  readonly dir: string;
  readonly apis: ReadonlyMap<string, RunningCluster>;
  /** To kill and restart a part, as a fault. */
  readonly children: Children;
  /** etcd's address, shared by all clusters. */
  readonly etcd: string;
  /** Scripted metrics of each cluster, for analyses. */
  readonly metrics: ReadonlyMap<string, RunningMetrics>;
}

const PLATFORM_REPO = { owner: 'platform', name: 'gitops' };

/** Starts etcd, four clusters, Gitea and Argo CD out of what `buildControlPlane` built. About a minute. */
export async function startControlPlane(
  options: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const own = options.dir === undefined;
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'baremetal-real-'));
  mkdirSync(dir, { recursive: true });
  const children = new Children(dir);
  try {
    return await start(dir, children, { ...options, own });
  } catch (error) {
    await children.stopAll();
    throw error;
  }
}

async function start(
  dir: string,
  children: Children,
  options: ControlPlaneOptions & { own: boolean },
): Promise<ControlPlane> {
  const say = options.say ?? (() => undefined);
  const names = options.parts?.clusters ?? (['dev', 'stage', 'prod'] as const);
  const ports = await freePorts(40);
  const port = () => ports.pop() ?? 0;
  const pki = createPki(join(dir, 'pki'));
  const etcd = await startEtcd(dir, children, [port(), port()]);

  say('starting clusters');
  const cluster = (name: string) =>
    startCluster(name, { dir, children, pki, port: port(), etcd });
  const workload = async (name: WorkloadName) => {
    const running = await cluster(name);
    await startWorkloadParts(running, {
      dir,
      children,
      ports: { rolloutsHealth: port(), rolloutsMetrics: port(), kwok: port() },
    });
    await Promise.all([
      addNodes(running.api, name),
      addStorageClasses(running.api),
      bindReader(running.api),
    ]);
    return running;
  };
  const withGit = options.parts?.git ?? true;
  const [management, git, ...workloads] = await Promise.all([
    cluster('mgmt'),
    withGit
      ? startGitea({ dir, children, port: port(), organisations: ['shop'] })
      : undefined,
    ...names.map(workload),
  ]);
  const platformRepo = PLATFORM_REPO;
  if (git) await seedPlatformRepo(git, platformRepo);
  const standIns = await startStandIns(workloads);
  if (git && (options.parts?.argocd ?? true)) {
    say('starting Argo CD');
    await startArgocd({
      dir,
      children,
      management,
      destinations: workloads,
      git,
      platformRepo,
      pollSeconds: options.parts?.pollSeconds ?? 5,
      ports: {
        redis: port(),
        repoServer: port(),
        metrics: [port(), port(), port()],
        probe: port(),
        webhook: port(),
      },
    });
  }
  say('the real platform is up');
  return {
    simulated: false,
    dir,
    children,
    etcd,
    apis: new Map([management, ...workloads].map(c => [c.name, c])),
    clusters: workloads.map(({ access }) => access),
    management: management.access,
    git: git ?? { url: '', token: '', user: '' },
    linstor: standIns.linstor,
    prometheus: standIns.prometheus,
    metrics: standIns.metrics,
    platformRepo,
    async stop() {
      await standIns.stop();
      await children.stopAll();
      if (options.own) rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function startEtcd(
  dir: string,
  children: Children,
  [client, peer]: readonly [number, number],
): Promise<string> {
  const url = `http://127.0.0.1:${client}`;
  const peerUrl = `http://127.0.0.1:${peer}`;
  children.start('etcd', {
    command: program('etcd'),
    args: [
      '--data-dir',
      join(dir, 'etcd'),
      '--unsafe-no-fsync',
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
    ],
  });
  await children.until('etcd', async () => (await fetch(`${url}/health`)).ok);
  return url;
}

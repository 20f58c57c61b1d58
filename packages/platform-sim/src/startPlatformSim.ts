import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgoCd } from './argo/ArgoCd';
import { rememberTrees } from './argo/repositories';
import { PlatformClock } from './clock';
import type { PlatformControls } from './controls';
import { controlsOf } from './controls';
import { startGitHost, type RunningGitHost } from './git';
import type { ClusterPorts } from './kube/PlatformCluster';
import { PlatformCluster } from './kube/PlatformCluster';
import { SimulatedCluster } from './kube/SimulatedCluster';
import type { RunningPlatform } from './platform';
import {
  PLATFORM_REPO,
  SERVICE_OWNER,
  simulatedFacts,
  WORKLOAD_CLUSTERS,
} from './platformFacts';
import { demoScenario } from './scenarios/demo';
import { machinesOf } from './kube/machines';
import { playScenario } from './scenarios/playScenario';
import type { Scenario } from './scenarios/scenario';
import { createCertificates } from './tls/certificates';

export interface PlatformSimOptions {
  /** What has happened before it can be reached; default: nothing. */
  readonly seed?: 'demo' | 'empty';
  /** Instead of `seed`. */
  readonly scenario?: Scenario;
  /** Platform seconds per second; 0 stands still. Default 1. */
  readonly speed?: number;
  /** By cluster name, and `git`; default: any free ports. */
  readonly ports?: {
    readonly git?: number;
    readonly clusters?: Readonly<Record<string, ClusterPorts>>;
  };
}

export interface PlatformSim extends RunningPlatform {
  readonly controls: PlatformControls;
}

const README = `# What Argo CD deploys

One folder for each registered service: its AppProject and its ApplicationSet.
`;

/** Starts the embedded platform: four API servers, Argo CD's part, LINSTOR, Prometheus and a Git host, in this process. */
export async function startPlatformSim(
  options: PlatformSimOptions = {},
): Promise<PlatformSim> {
  const { speed = 1, seed = 'empty', ports = {} } = options;
  const scenario =
    options.scenario ?? (seed === 'demo' ? demoScenario : undefined);
  const begin = Date.now();
  const clock = PlatformClock.create(
    begin - (scenario?.beginsHoursAgo ?? 0) * 3_600_000,
  );
  const dir = mkdtempSync(join(tmpdir(), 'platform-sim-'));
  const parts = await startParts({ clock, dir, ports });
  const { git, management, clusters, argo } = parts;
  const controls = createControls(clock, parts);
  await controls.refresh();
  if (scenario) {
    await playScenario(scenario, {
      controls,
      facts: simulatedFacts(git.url),
      end: begin,
    });
    clock.advanceTo(Date.now());
  }
  argo.start();
  if (speed > 0) clock.start(speed);
  return {
    simulated: true,
    clusters: clusters.map(({ cluster }) => cluster.access),
    management: management.access,
    git: { url: git.url, token: git.token, user: git.user },
    linstor: byName(clusters, ({ storage }) => ({ url: storage.url })),
    prometheus: byName(clusters, ({ metrics }) => ({ url: metrics.url })),
    platformRepo: PLATFORM_REPO,
    controls,
    async stop() {
      clock.stop();
      argo.stop();
      await Promise.all([
        ...clusters.map(cluster => cluster.stop()),
        management.stop(),
        git.stop(),
      ]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

type Parts = Awaited<ReturnType<typeof startParts>>;

function createControls(
  clock: PlatformClock,
  { git, clusters, argo, remember }: Parts,
): PlatformControls {
  const settle = () => clusters.forEach(cluster => cluster.settle());
  return {
    clock,
    git,
    remember,
    cluster: name => {
      const found = clusters.find(cluster => cluster.name === name);
      if (!found) throw new Error(`there is no cluster "${name}"`);
      return controlsOf(found);
    },
    async refresh() {
      await argo.refresh();
      settle();
      await argo.refresh();
    },
    async advance(milliseconds) {
      await argo.refresh();
      settle();
      clock.advance(milliseconds);
      settle();
      await argo.refresh();
      settle();
    },
  };
}

async function startParts({
  clock,
  dir,
  ports,
}: {
  clock: PlatformClock;
  dir: string;
  ports: NonNullable<PlatformSimOptions['ports']>;
}) {
  const certificates = createCertificates(Date.now());
  const portsOf = (name: string) => ports.clusters?.[name] ?? {};
  const [git, management, ...clusters] = await Promise.all([
    startGit({ clock, dir, port: ports.git }),
    SimulatedCluster.start({
      name: 'mgmt',
      clock,
      certificates,
      port: portsOf('mgmt').api,
    }),
    ...WORKLOAD_CLUSTERS.map(name =>
      PlatformCluster.start({
        name,
        clock,
        certificates,
        machines: machinesOf(name),
        ports: portsOf(name),
      }),
    ),
  ]);
  const { host, remember } = rememberTrees(git);
  const argo = ArgoCd.create({
    management,
    clusters: new Map(clusters.map(({ cluster }) => [cluster.name, cluster])),
    git: host,
    clock,
    platformRepo: PLATFORM_REPO,
  });
  return { git, management, clusters, argo, remember };
}

async function startGit({
  clock,
  dir,
  port,
}: {
  clock: PlatformClock;
  dir: string;
  port: number | undefined;
}): Promise<RunningGitHost> {
  const git = await startGitHost({
    dir,
    port,
    users: [
      {
        login: 'platform',
        token: randomBytes(20).toString('hex'),
        admin: true,
      },
    ],
    organizations: [SERVICE_OWNER],
    now: () => clock.now(),
  });
  const { owner, name } = PLATFORM_REPO;
  await git.createRepoFromFiles(
    owner,
    name,
    new Map([['apps/README.md', README]]),
    {
      message: 'Start the platform repository',
      description: 'What Argo CD deploys',
    },
  );
  return git;
}

function byName<T>(
  clusters: readonly PlatformCluster[],
  pick: (cluster: PlatformCluster) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    clusters.map(cluster => [cluster.name, pick(cluster)]),
  );
}

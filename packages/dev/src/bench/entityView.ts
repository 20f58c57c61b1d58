import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- measured as an installation runs it
import baremetalPlugin from '@baremetal/backstage-plugin-baremetal-backend';
import {
  createCertificates,
  PlatformClock,
  SimulatedCluster,
} from '@baremetal/platform-sim';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadCluster } from './loadCluster';

const ENVIRONMENTS = ['dev', 'stage', 'prod'];
const SERVICES = Array.from({ length: 20 }, (_, at) => `service-${at}`);
const PODS_PER_SERVICE = 10;
const VIEWS = ['overview', 'rollouts', 'storage', 'capacity'];
const WARM_UP = 400;
const ROUNDS = 1_000;

/**
 * Views of services, through the plugin's real routes, authorization and watch caches, on three embedded clusters of
 * 200 pods each; then again while one of them hangs. The catalog and the policy are Backstage's fakes, so the numbers
 * are what the suite itself costs.
 */
export async function run(): Promise<Record<string, number>> {
  const clusters = await startClusters();
  const backend = await startBackend(clusters);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const { port } = backend.server.address() as AddressInfo;
    const view = (at: number) => timedView(agent, port, at);
    await untilComplete(view);
    await measure(view, WARM_UP);

    const before = upstreamCalls(clusters);
    const normal = await measure(view, ROUNDS);
    const calls = upstreamCalls(clusters) - before;

    clusters.at(-1)?.faults.setServer({ kind: 'hangs' });
    const hanging = await measure(view, ROUNDS);
    return {
      upstreamCallsPerView: calls / ROUNDS,
      p50Ms: percentile(normal.times, 0.5),
      p99Ms: percentile(normal.times, 0.99),
      bytes: normal.largest,
      hangP99Ms: percentile(hanging.times, 0.99),
    };
  } finally {
    agent.destroy();
    clusters.at(-1)?.faults.setServer({ kind: 'none' });
    await backend.stop();
    await Promise.all(clusters.map(cluster => cluster.stop()));
  }
}

async function startClusters(): Promise<SimulatedCluster[]> {
  const certificates = createCertificates(Date.now());
  const clock = PlatformClock.create(Date.now());
  return Promise.all(
    ENVIRONMENTS.map(async environment => {
      const cluster = await SimulatedCluster.start({
        name: environment,
        clock,
        certificates,
      });
      await loadCluster(cluster, {
        environment,
        services: SERVICES,
        podsPerService: PODS_PER_SERVICE,
      });
      return cluster;
    }),
  );
}

function startBackend(clusters: readonly SimulatedCluster[]) {
  return startTestBackend({
    features: [
      baremetalPlugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          baremetal: configOf(clusters),
        },
      }),
      catalogServiceMock.factory({ entities: SERVICES.map(componentOf) }),
    ],
  });
}

function configOf(clusters: readonly SimulatedCluster[]) {
  return {
    platformTeam: 'group:default/platform',
    environments: ENVIRONMENTS.map(name => ({ name, clusters: [name] })),
    clusters: clusters.map(({ access }) => ({
      name: access.name,
      url: access.url,
      caData: access.ca,
      serviceAccountToken: access.readerToken,
    })),
    hardwareClasses: [{ name: 'compute' }, { name: 'storage-heavy' }],
    registry: 'registry.example/shop',
    prometheusAddress: 'http://prometheus.monitoring:9090',
    platformRepo: { owner: 'platform', name: 'gitops' },
  };
}

function componentOf(name: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { 'backstage.io/kubernetes-id': name } },
    spec: { owner: 'group:default/platform' },
  };
}

interface View {
  readonly ms: number;
  readonly text: string;
}

function timedView(agent: Agent, port: number, at: number): Promise<View> {
  const service = SERVICES[at % SERVICES.length];
  const view = VIEWS[Math.floor(at / SERVICES.length) % VIEWS.length];
  const path = `/api/baremetal/v1/services/default/${service}/${view}`;
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    get({ agent, port, path }, async response => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      if (response.statusCode === 200) {
        resolve({ ms: performance.now() - startedAt, text });
      } else {
        reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
      }
    }).on('error', reject);
  });
}

/** Until every cluster has told everything; a bench of empty answers would be a lie. */
async function untilComplete(
  view: (at: number) => Promise<View>,
): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    const { text } = await view(SERVICES.length);
    if (text.split('"Rollout"').length - 1 === ENVIRONMENTS.length) {
      await sleep(500);
      return;
    }
  }
  throw new Error('The clusters did not show their rollouts within 30 s');
}

async function measure(
  view: (at: number) => Promise<View>,
  rounds: number,
): Promise<{ times: number[]; largest: number }> {
  const times: number[] = [];
  let largest = 0;
  for (let at = 0; at < rounds; at += 1) {
    const { ms, text } = await view(at);
    times.push(ms);
    largest = Math.max(largest, Buffer.byteLength(text));
  }
  return { times, largest };
}

function upstreamCalls(clusters: readonly SimulatedCluster[]): number {
  return clusters.reduce((sum, { server }) => sum + server.requests, 0);
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 100) / 100;
}

import { mockServices } from '@backstage/backend-test-utils';
import {
  createCertificates,
  KINDS,
  PlatformClock,
  SimulatedCluster,
} from '@baremetal/platform-sim';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterConfig } from '../config';
import { adminOf } from '../testUtils/adminOf';
import { until } from '../testUtils/until';
import { ClusterRegistry } from './ClusterRegistry';
import { ROW_KINDS } from './watchedResources';

const TIMING = {
  openMs: 300,
  silenceMs: 300,
  firstPauseMs: 5,
  longestPauseMs: 20,
  refusedPauseMs: 20,
  settledMs: 0,
};

const start = Date.parse('2026-11-22T12:00:00Z');
const certificates = createCertificates(Date.now());
const clock = PlatformClock.create(start);
const logger = mockServices.logger.mock();

let cluster: SimulatedCluster;
let registry: ClusterRegistry;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ name: 'dev', clock, certificates });
  await adminOf(cluster.access).create('/api/v1/namespaces', {
    metadata: { name: 'checkout-dev' },
  });
});

afterEach(async () => {
  await registry.stop();
  await cluster.stop();
});

function watch(changes: Partial<ClusterConfig> = {}) {
  registry = new ClusterRegistry({
    clusters: [
      {
        name: 'dev',
        url: cluster.access.url,
        ca: cluster.access.ca,
        credential: { kind: 'token', token: cluster.access.readerToken },
        ...changes,
      },
    ],
    logger,
    timing: TIMING,
  });
  registry.start();
  const reader = registry.get('dev')!;
  const pods = () => reader.read('pods');
  const names = () => {
    const answer = pods();
    return answer.known ? answer.value.items.map(({ name }) => name) : [];
  };
  return { reader, pods, names };
}

function pod(name: string, service: string) {
  return {
    metadata: { name, labels: { 'backstage.io/kubernetes-id': service } },
    spec: {
      containers: [{ name: 'app', image: 'registry.example/shop/a:1.0.0' }],
    },
  };
}

const PODS = '/api/v1/namespaces/checkout-dev/pods';

it('keeps every kind that is read, over TLS, and follows changes', async () => {
  const { reader, names } = watch();
  await until(() => ROW_KINDS.every(kind => reader.read(kind).known));
  const admin = adminOf(cluster.access);

  await admin.create(PODS, pod('a', 'checkout-api'));
  await admin.create(PODS, pod('b', 'invoices'));
  await until(() => names().length === 2);

  expect(reader.read('pods', { by: 'service', value: 'invoices' })).toEqual({
    known: true,
    value: {
      observedAt: expect.any(String),
      items: [expect.objectContaining({ name: 'b', kubernetesId: 'invoices' })],
    },
  });
  const before = reader.revision('pods');
  await admin.remove(`${PODS}/a`);
  await until(() => names().join() === 'b');
  expect(reader.revision('pods')).toBeGreaterThan(before);
});

it('keeps the last state of a cluster that died, says since when, and comes back', async () => {
  const { pods, names } = watch();
  await adminOf(cluster.access).create(PODS, pod('a', 'checkout-api'));
  await until(() => names().length === 1);

  cluster.faults.setServer({ kind: 'hangs' });
  await until(() => {
    const answer = pods();
    return answer.known && answer.value.lost !== undefined;
  });
  const answer = pods();
  expect(answer).toMatchObject({
    known: true,
    value: {
      items: [{ name: 'a' }],
      lost: {
        since: answer.known && answer.value.observedAt,
        problem: { kind: 'timedOut' },
      },
    },
  });

  cluster.faults.setServer({ kind: 'none' });
  await adminOf(cluster.access).create(PODS, pod('b', 'checkout-api'));
  await until(() => names().length === 2);
  await until(() => {
    const again = pods();
    return again.known && again.value.lost === undefined;
  });
});

it('lists again after the server compacted its history, and misses no deletion', async () => {
  const { names } = watch();
  const admin = adminOf(cluster.access);
  await admin.create(PODS, pod('a', 'checkout-api'));
  await until(() => names().length === 1);

  await cluster.stop();
  cluster.objects.remove(KINDS.pods, {
    namespace: 'checkout-dev',
    name: 'a',
  });
  cluster.objects.store.compact();
  await cluster.server.restart();
  await admin.create(PODS, pod('b', 'checkout-api'));
  await until(() => names().join() === 'b');
  expect(names()).toEqual(['b']);
});

it.each([
  [
    'a kind that it may not read',
    () => cluster.faults.deny('pods'),
    { kind: 'forbidden', message: 'dev does not let us read pods.' },
  ],
  [
    'a server that is not ready',
    () => cluster.faults.setServer({ kind: 'answers', code: 503 }),
    {
      kind: 'unreachable',
      message: expect.stringMatching(/^dev answered 503/),
    },
  ],
] as const)('says so of %s', async (_, breakIt, problem) => {
  breakIt();
  const { pods } = watch();
  await until(() => !/has not yet/.test(JSON.stringify(pods())));
  expect(pods()).toEqual({ known: false, problem });
});

it('says that rollouts are not installed, and reads the rest', async () => {
  cluster.faults.uninstall('argoproj.io');
  const { reader } = watch();
  await until(() => reader.read('pods').known);
  await until(() =>
    JSON.stringify(reader.read('rollouts')).includes('notInstalled'),
  );
  expect(reader.read('rollouts')).toEqual({
    known: false,
    problem: { kind: 'notInstalled', message: 'dev has no rollouts.' },
  });
});

it.each([
  [
    'a token that is not accepted',
    { credential: { kind: 'token', token: 'wrong' } } as const,
    { kind: 'unauthenticated', message: 'dev does not accept our token.' },
  ],
  [
    'a certificate of somebody else',
    { ca: createCertificates(Date.now()).ca },
    {
      kind: 'unreachable',
      message: expect.stringMatching(/^dev cannot be reached: .*certificate/),
    },
  ],
])('says so of %s', async (_, changes, problem) => {
  const { pods } = watch(changes);
  await until(() => !/has not yet/.test(JSON.stringify(pods())));
  expect(pods()).toEqual({ known: false, problem });
});

it('reads its token from a file, as the kubelet leaves it there', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
  writeFileSync(path, `${cluster.access.readerToken}\n`);
  const { pods } = watch({ credential: { kind: 'file', path } });
  await until(() => pods().known);
  expect(pods()).toMatchObject({ known: true, value: { items: [] } });
});

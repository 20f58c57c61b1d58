import type { RunningMetrics, RunningStorage } from '@baremetal/platform-sim';
import { startMetrics, startStorage } from '@baremetal/platform-sim';
import { LinstorSystem } from './LinstorSystem';

const GIB = 1024 ** 3;
const ZONE = 'topology.kubernetes.io/zone';
const NOW = Date.parse('2026-11-22T14:00:00Z');
const pools = [
  { name: 'lvm-thick', kind: 'LVM' as const, totalBytes: 100 * GIB },
];

let storage: RunningStorage;
let metrics: RunningMetrics;
const calls: string[] = [];

/** Notes each call, and hands it on. */
const spy: typeof fetch = async (input, init) => {
  const { pathname } = new URL(String(input));
  calls.push(`${init?.method ?? 'GET'} ${pathname}`);
  return fetch(input, init);
};

function createSystem(
  extra: { token?: string; prometheusUrl?: string } = {},
): LinstorSystem {
  return new LinstorSystem({
    clusters: [{ cluster: 'prod', url: storage.url, ...extra }],
    fetch: spy,
    now: () => NOW,
  });
}

const { signal } = new AbortController();
const ask = (system: LinstorSystem, handles = ['pvc-1']) =>
  system.askVolumes('prod', { handles, signal });

async function failure(system: LinstorSystem) {
  const error = await ask(system).then(
    () => undefined,
    reason => reason,
  );
  return system.toProblem('prod', error);
}

describe('LinstorSystem', () => {
  beforeEach(async () => {
    calls.length = 0;
    storage = await startStorage({
      cluster: 'prod',
      nodes: ['a', 'b', 'c'].map((letter, index) => ({
        name: `m-${index + 1}`,
        domain: `pdu-${letter}`,
        pools: letter === 'c' ? [] : pools,
      })),
      classes: [{ name: 'lvm-thick-r2', pool: 'lvm-thick', copies: 2 }],
      now: () => NOW,
      token: 'hush-hush',
    });
    metrics = await startMetrics({
      cluster: 'prod',
      now: () => NOW,
      series: storage.series,
    });
    storage.provisioner.createVolume({
      handle: 'pvc-1',
      className: 'lvm-thick-r2',
      sizeBytes: 20 * GIB,
      claim: { namespace: 'shop-prod', name: 'data' },
      podNode: 'm-1',
    });
    storage.provisioner.attach('pvc-1', 'm-1');
  });
  afterEach(async () => {
    await storage.stop();
    await metrics.stop();
  });

  it('observes copies, votes, links and intent', async () => {
    const system = createSystem({ token: 'hush-hush' });
    const { volumes, further } = await ask(system, ['pvc-1', 'pvc-unknown']);
    expect(further).toEqual([]);
    expect(volumes).toHaveLength(1);
    expect(volumes[0]).toMatchObject({
      handle: 'pvc-1',
      replicated: true,
      wantedCopies: 2,
      spreadBy: ZONE,
      sizeBytes: 20 * GIB,
      quorum: { setting: 'on' },
      replicas: [
        { node: 'm-1', kind: 'copy', inUse: true, domain: 'pdu-a' },
        { node: 'm-2', kind: 'copy', inUse: false, domain: 'pdu-b' },
        { node: 'm-3', kind: 'tieBreaker', disk: 'none' },
      ],
      pools: [
        { node: 'm-1', freeBytes: 80 * GIB, totalBytes: 100 * GIB },
        { node: 'm-2', freeBytes: 80 * GIB, totalBytes: 100 * GIB },
      ],
    });
  });

  it('makes only the calls of the allow-list, and lets no secret through', async () => {
    const system = createSystem({ token: 'hush-hush' });
    const answer = await ask(system);
    const classes = await system.askClasses('prod', {
      classes: [{ name: 'lvm-thick-r2', parameters: {} }],
      signal,
    });
    expect(new Set(calls)).toEqual(
      new Set([
        'GET /v1/nodes',
        'GET /v1/resource-groups',
        'GET /v1/view/storage-pools',
        'GET /v1/resource-definitions',
        'GET /v1/view/resources',
        'POST /v1/resource-groups/lvm-thick-r2/query-size-info',
      ]),
    );
    expect(JSON.stringify([answer, classes])).not.toMatch(
      /REDACT-ME|hush-hush/,
    );
  });

  it('never asks for all resources, and keeps what changes rarely', async () => {
    const system = createSystem({ token: 'hush-hush' });
    await ask(system, []);
    expect(calls).not.toContain('GET /v1/view/resources');
    await ask(system);
    await ask(system);
    const count = (call: string) => calls.filter(c => c === call).length;
    expect(count('GET /v1/resource-groups')).toBe(1);
    expect(count('GET /v1/view/resources')).toBe(2);
  });

  it('says where a class could place a claim, and how large', async () => {
    const system = createSystem({ token: 'hush-hush' });
    const parameters = {
      'linstor.csi.linbit.com/resourceGroup': 'lvm-thick-r2',
    };
    const classes = await system.askClasses('prod', {
      classes: [
        { name: 'fast', parameters },
        { name: 'unknown', parameters: {} },
      ],
      signal,
    });
    expect(classes).toEqual([
      {
        name: 'fast',
        domains: ['pdu-a', 'pdu-b'],
        largestClaimBytes: 80 * GIB,
        snapshots: false,
      },
    ]);
  });

  it('takes quorum and suspension from metrics', async () => {
    storage.controls.cutLink('pvc-1', ['m-1', 'm-2'], 'Connecting');
    storage.controls.cutLink('pvc-1', ['m-1', 'm-3'], 'Connecting');
    const system = createSystem({
      token: 'hush-hush',
      prometheusUrl: metrics.url,
    });
    const { volumes, further } = await ask(system);
    expect(further).toEqual([{ source: 'Prometheus' }]);
    expect(volumes[0]).toMatchObject({
      suspended: true,
      quorum: { measured: { held: false, source: 'metric' } },
    });
  });

  it('goes on without a metrics server that fails', async () => {
    metrics.setServer('failing');
    const system = createSystem({
      token: 'hush-hush',
      prometheusUrl: metrics.url,
    });
    const { volumes, further } = await ask(system);
    expect(volumes[0]?.quorum.measured).toBeUndefined();
    expect(further).toEqual([
      {
        source: 'Prometheus',
        problem: {
          kind: 'unreachable',
          message: 'Prometheus of prod does not answer; quorum is estimated.',
        },
      },
    ]);
  });

  it('says what is wrong without the token', async () => {
    expect(await failure(createSystem({ token: 'wrong' }))).toEqual({
      kind: 'unauthenticated',
      message: 'LINSTOR of prod does not accept the token.',
    });
    storage.controls.setController('failing');
    expect(await failure(createSystem({ token: 'hush-hush' }))).toEqual({
      kind: 'unreachable',
      message: 'LINSTOR of prod is not ready (503).',
    });
    await storage.stop();
    expect(await failure(createSystem({ token: 'hush-hush' }))).toEqual({
      kind: 'unreachable',
      message: 'LINSTOR of prod cannot be reached.',
    });
  });
});

import type {
  ClusterObservation,
  Known,
  TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import { CapacityService } from '../capacity/CapacityService';
import {
  MemoryReader,
  OBSERVED_AT,
  readersOf,
} from '../testUtils/MemoryReader';
import {
  DOMAIN,
  environmentRows,
  nodeRow,
  NOW,
  podRow,
  POOL,
  rolloutRow,
  setRow,
  target,
} from '../testUtils/rows';
import { createPromotionFacts } from './promotionFacts';

const IMAGE = 'registry.example/shop/checkout-api';
const DIGEST = `sha256:${'180'.padEnd(64, '0')}`;
const NEXT = `sha256:${'192'.padEnd(64, '0')}`;
const GOOD: TwoLines = { tone: 'ok', value: '2 copies, all good', note: '' };

function observe(
  readers: readonly MemoryReader[],
  options: { environment?: string; storage?: Known<TwoLines> } = {},
): ClusterObservation | undefined {
  const { environment = 'stage', storage = { known: true, value: GOOD } } =
    options;
  const common = { readers: readersOf(...readers), now: () => NOW };
  const facts = createPromotionFacts({
    ...common,
    storage: { summary: () => storage },
    capacity: new CapacityService({
      ...common,
      labels: { pool: POOL, domain: DOMAIN },
      hardwareClasses: ['compute'],
      environments: ['dev', 'stage'].map(name => ({ name, clusters: [name] })),
      storageClasses: () => ({
        known: false,
        problem: { kind: 'notInstalled', message: '' },
      }),
      simulated: false,
      elapsed: () => 0,
    }),
  });
  const observation = facts.observe(target('dev', 'stage'), environment);
  expect(observation.environment).toBe(environment);
  expect(observation.clusters).toHaveLength(1);
  return observation.clusters[0];
}

describe('createPromotionFacts', () => {
  it('says what runs, what Git asks for, and how much more fits', () => {
    const stage = new MemoryReader('stage', environmentRows('stage'));
    expect(observe([stage])).toEqual({
      cluster: 'stage',
      ok: true,
      observedAt: OBSERVED_AT,
      workload: {
        kind: 'Rollout',
        phase: 'healthy',
        words: expect.any(String),
        images: [
          {
            repository: IMAGE,
            tag: '1.8.0',
            digest: DIGEST,
            role: 'stable',
            pods: 4,
          },
        ],
        wanted: { repository: IMAGE, tag: '1.8.0' },
        readyPods: 4,
        waitsForPerson: false,
        wantedPods: 5,
      },
      storage: {
        known: true,
        value: { tone: 'ok', sentence: '2 copies, all good.' },
      },
      room: {
        known: true,
        value: {
          hardwareClass: 'compute',
          neededPods: 1,
          fitsNow: 12,
          fitsAfterNodeLoss: 4,
        },
      },
    });
  });

  it('tells a waiting canary from what serves', () => {
    const stage = new MemoryReader('stage', environmentRows('stage', true));
    expect(observe([stage])).toMatchObject({
      workload: {
        phase: 'paused',
        wanted: { tag: '1.9.2' },
        weight: 20,
        images: [
          { tag: '1.8.0', digest: DIGEST, role: 'stable', pods: 4 },
          { tag: '1.9.2', digest: NEXT, role: 'canary', pods: 1 },
        ],
      },
    });
  });

  it('leaves out pods that end, and those of older versions', () => {
    const rows = environmentRows('stage');
    const stage = new MemoryReader('stage', {
      ...rows,
      replicaSets: [...rows.replicaSets, setRow('stage', '1.7.0', 0)],
      pods: [
        ...rows.pods,
        podRow('stage', 'old', { tag: '1.7.0' }),
        podRow('stage', 'ending', { tag: '1.8.0', deleting: true }),
      ],
    });
    expect(observe([stage])).toMatchObject({
      workload: { images: [{ tag: '1.8.0', pods: 4 }] },
    });
  });

  it('repeats why a rollout was aborted', () => {
    const row = rolloutRow('stage', { waiting: true });
    const message = 'Metric "success-rate" assessed Failed.';
    const stage = new MemoryReader('stage', {
      ...environmentRows('stage', true),
      rollouts: [
        {
          ...row,
          status: { ...row.status, phase: 'Degraded', aborted: true, message },
        },
      ],
    });
    expect(observe([stage])).toMatchObject({
      workload: {
        phase: 'aborted',
        words: expect.stringContaining('"success-rate" assessed Failed'),
      },
    });
  });

  it('asks for the room of a first deployment by the size elsewhere', () => {
    const dev = new MemoryReader('dev', environmentRows('dev'));
    const stage = new MemoryReader('stage', {
      nodes: [nodeRow('m-01', 'pdu-a')],
    });
    expect(observe([dev, stage])).toMatchObject({
      ok: true,
      workload: undefined,
      room: {
        known: true,
        value: {
          hardwareClass: 'compute',
          neededPods: 4,
          fitsNow: 8,
          fitsAfterNodeLoss: 0,
        },
      },
    });
  });

  it('knows no room while nothing runs anywhere', () => {
    const empty = ['dev', 'stage'].map(name => new MemoryReader(name, {}));
    expect(observe(empty)).toMatchObject({
      room: {
        known: false,
        problem: {
          message: 'no pod of it runs anywhere, so its size is not known',
        },
      },
    });
  });

  it('hands on what cannot be read', () => {
    const problem = { kind: 'forbidden', message: 'stage forbids it' } as const;
    const rows = environmentRows('stage');
    const noPods = new MemoryReader('stage', { ...rows, pods: problem });
    expect(observe([noPods])).toEqual({ cluster: 'stage', ok: false, problem });
    const noNodes = new MemoryReader('stage', { ...rows, nodes: problem });
    const storage = { known: false, problem } as const;
    expect(observe([noNodes], { storage })).toMatchObject({
      ok: true,
      storage: { known: false, problem },
      room: { known: false, problem },
    });
    expect(observe([])).toMatchObject({
      ok: false,
      problem: {
        message: 'Backstage is not connected to a cluster named stage.',
      },
    });
  });

  it('says since when a cluster is silent', () => {
    const lost = {
      since: '2026-11-22T14:00:00Z',
      problem: { kind: 'unreachable', message: 'no answer' },
    } as const;
    const stage = new MemoryReader('stage', environmentRows('stage'), lost);
    expect(observe([stage])).toMatchObject({ ok: true, lost });
  });
});

import type {
  Known,
  StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Rows } from '@baremetal/backstage-plugin-baremetal-node';
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
  target,
} from '../testUtils/rows';
import { CapacityService } from './CapacityService';

const GIBIBYTE = 2 ** 30;
const CLASS_AT = '2026-11-22T14:30:00.000Z';
const classRow = (name: string) => ({
  uid: name,
  namespace: '',
  name,
  deleting: false,
  createdAt: OBSERVED_AT,
  provisioner: 'linstor.csi.linbit.com',
  parameters: {},
  waitsForConsumer: true,
  expandable: true,
  isDefault: false,
});
const classes: Known<Rows<StorageClassFit>> = {
  known: true,
  value: {
    items: [{ name: 'lvm-thin', domains: ['pdu-a'] }],
    observedAt: CLASS_AT,
  },
};

const service = (
  readers: readonly MemoryReader[],
  storageClasses: Known<Rows<StorageClassFit>> = classes,
) =>
  new CapacityService({
    readers: readersOf(...readers),
    labels: { pool: POOL, domain: DOMAIN },
    hardwareClasses: ['compute', 'gpu'],
    environments: [
      { name: 'stage', clusters: ['stage'] },
      { name: 'prod', clusters: ['prod'] },
    ],
    storageClasses: () => storageClasses,
    simulated: true,
    now: () => NOW,
    elapsed: () => 0,
  });

describe('CapacityService', () => {
  it('answers with room, and lets production speak', () => {
    const readers = ['stage', 'prod'].map(
      name => new MemoryReader(name, environmentRows(name)),
    );
    const answer = service(readers).capacity(target('stage', 'prod'));
    expect(answer).toMatchObject({
      verdict: {
        tone: 'ok',
        sentence:
          'Prod has room for 12 more pods now, 4 if any node dies, 4 if pdu-a goes.',
      },
      computedInMs: 0,
      simulated: true,
      answeredAt: NOW.toISOString(),
    });
    expect(answer.environments[0]).toMatchObject({
      environment: 'stage',
      reading: {
        ok: true,
        observedAt: OBSERVED_AT,
        value: { pool: 'compute', nodes: 2, pods: 4, binding: 'cpu' },
      },
    });
  });

  it('computes anew only when something changed', () => {
    const reader = new MemoryReader('stage', environmentRows('stage'));
    const subject = service([reader]);
    const first = subject.line(
      target('stage').environments[0]!,
      target('stage'),
    );
    expect(first).toEqual({
      known: true,
      value: { tone: 'ok', value: 'Fits 12 more', note: '4 if a node dies' },
    });
    const value = (answer: ReturnType<typeof subject.capacity>) => {
      const [column] = answer.environments;
      return column?.reading.ok ? column.reading.value : undefined;
    };
    const before = value(subject.capacity(target('stage')));
    expect(value(subject.capacity(target('stage')))).toBe(before);
    reader.change({ nodes: [nodeRow('m-01', 'pdu-a')] });
    expect(value(subject.capacity(target('stage')))?.nodes).toBe(1);
  });

  it.each(['nodes', 'pods'] as const)(
    'does not take unknown %s for no room',
    kind => {
      const problem = {
        kind: 'forbidden' as const,
        message: `stage does not let us read ${kind}.`,
      };
      const reader = new MemoryReader('stage', {
        ...environmentRows('stage'),
        [kind]: problem,
      });
      const answer = service([reader]).capacity(target('stage', 'mars'));
      expect(answer.environments[0]?.reading).toEqual({
        cluster: 'stage',
        ok: false,
        problem,
      });
      expect(answer.environments[1]?.reading).toMatchObject({
        ok: false,
        problem: {
          message: 'Backstage is not connected to a cluster named mars.',
        },
      });
      expect(answer.verdict.tone).toBe('unknown');
      const [place] = target('stage').environments;
      expect(service([reader]).line(place!, target('stage'))).toEqual({
        known: false,
        problem,
      });
    },
  );

  it('knows no size while no pod runs', () => {
    const reader = new MemoryReader('stage', {
      nodes: [nodeRow('m-01', 'pdu-a')],
    });
    const [place] = target('stage').environments;
    expect(service([reader]).line(place!, target('stage'))).toEqual({
      known: true,
      value: {
        tone: 'unknown',
        value: 'Room unknown',
        note: 'no pod runs yet',
      },
    });
  });

  it('reports an unreadable budget as unknown', () => {
    const reader = new MemoryReader('stage', {
      ...environmentRows('stage'),
      budgets: {
        kind: 'forbidden',
        message: 'stage does not let us read budgets.',
      },
    });
    const [column] = service([reader]).capacity(target('stage')).environments;
    expect(column?.reading.ok && column.reading.value?.protection[2]).toEqual({
      tone: 'unknown',
      sentence: 'Whether it has a disruption budget is unknown.',
    });
  });
});

describe('fit', () => {
  const ask = (environment: string) => ({
    environments: [{ environment, cpuMillis: 1000, memoryBytes: GIBIBYTE }],
  });

  it('answers for hardware and storage classes, as old as the oldest', () => {
    const reader = new MemoryReader('stage', {
      ...environmentRows('stage'),
      storageClasses: ['lvm-thin', 'local'].map(classRow),
    });
    expect(service([reader]).fit(ask('stage'))).toEqual({
      environments: [
        {
          environment: 'stage',
          reading: {
            cluster: 'stage',
            ok: true,
            observedAt: CLASS_AT,
            value: {
              hardwareClasses: [
                {
                  name: 'compute',
                  nodes: 2,
                  domains: ['pdu-a', 'pdu-b'],
                  largestNode: { cpuMillis: 4000, memoryBytes: 16 * GIBIBYTE },
                  fitsNow: 6,
                  fitsAfterNodeLoss: 2,
                  fitsAfterDomainLoss: 2,
                },
                {
                  name: 'gpu',
                  nodes: 0,
                  domains: [],
                  largestNode: { cpuMillis: 0, memoryBytes: 0 },
                  fitsNow: 0,
                  fitsAfterNodeLoss: 0,
                },
              ],
              storageClasses: [{ name: 'lvm-thin', domains: ['pdu-a'] }],
              storageClassNames: ['lvm-thin', 'local'],
            },
          },
        },
      ],
    });
  });

  it('says what it cannot know', () => {
    const problem = {
      kind: 'unreachable' as const,
      message: 'prod has not yet told us its pods.',
    };
    const prod = new MemoryReader('prod', { pods: problem });
    expect(service([prod]).fit(ask('prod')).environments[0]?.reading).toEqual({
      cluster: 'prod',
      ok: false,
      problem,
    });
    expect(
      service([prod]).fit(ask('stage')).environments[0]?.reading,
    ).toMatchObject({
      ok: false,
      problem: {
        message: 'Backstage is not connected to a cluster named stage.',
      },
    });
    expect(
      service([prod]).fit(ask('moon')).environments[0]?.reading,
    ).toMatchObject({
      ok: false,
      problem: { message: 'No environment named moon is configured.' },
    });
  });

  it('counts pods of everybody, and says nothing of disks that nobody knows', () => {
    const rows = environmentRows('stage');
    const reader = new MemoryReader('stage', {
      ...rows,
      pods: [
        ...rows.pods,
        podRow('other', 'big', {
          node: 'm-02',
          request: { amounts: { cpu: 4000 }, certainty: 'exact' },
        }),
      ],
    });
    const [answer] = service([reader], {
      known: false,
      problem: { kind: 'notInstalled', message: '' },
    }).fit(ask('stage')).environments;
    expect(answer?.reading).toMatchObject({
      value: { hardwareClasses: [{ fitsNow: 2 }, {}] },
    });
    expect(answer?.reading).not.toHaveProperty('value.storageClasses');
  });
});

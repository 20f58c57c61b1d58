import type { NodeRow, PodRow } from '../kube';
import type { CapacityDetail } from '../wire/capacityView';
import {
  budget,
  filler,
  LABELS,
  node,
  pod,
  rollout,
  set,
} from './__fixtures__/cluster';
import { toCapacityDetail, type CapacityRows } from './capacityDetail';
import { toPackBase } from './packBase';
import { capacityLine, summarizeCapacity } from './summarizeCapacity';
import { toPackSnapshot } from './toPackSnapshot';

const GIBIBYTE = 2 ** 30;

const NODES = [
  node('a1', 'pdu-a'),
  node('a2', 'pdu-a'),
  node('b1', 'pdu-b'),
  node('c1', 'pdu-c'),
];

const PODS = [
  pod('p1', 'a1'),
  pod('p2', 'a2'),
  pod('p3', 'b1'),
  pod('p4', 'b1', {
    owner: { uid: 'uid-next', kind: 'ReplicaSet', name: 'next' },
    createdAt: '2026-11-22T13:41:00Z',
  }),
  pod('db', 'c1', {
    owner: { uid: 'uid-db', kind: 'StatefulSet', name: 'db' },
  }),
];

const base = (nodes: readonly NodeRow[], pods: readonly PodRow[]) =>
  toPackBase(toPackSnapshot({ nodes, pods, volumes: [] }, LABELS));

const detailOf = (
  nodes: readonly NodeRow[],
  all: readonly PodRow[],
  rows: Partial<CapacityRows> = {},
): CapacityDetail | undefined =>
  toCapacityDetail(base(nodes, all), {
    pods: all.filter(({ kubernetesId }) => kubernetesId === 'checkout-api'),
    rollouts: [rollout(4)],
    replicaSets: [set('stable', 'stable'), set('next', 'next')],
    cronJobs: [],
    budgets: [budget()],
    ...rows,
  });

const column = (detail: CapacityDetail | undefined, environment = 'stage') => ({
  environment,
  cluster: environment,
  reading: {
    cluster: environment,
    ok: true as const,
    value: detail,
    observedAt: '',
  },
});

describe('toCapacityDetail', () => {
  it('shows room now, after the worst node and after the worst domain', () => {
    expect(detailOf(NODES, PODS)).toEqual({
      pool: 'compute',
      nodes: 4,
      domains: ['pdu-a', 'pdu-b', 'pdu-c'],
      pods: 4,
      podRequest: { cpuMillis: 500, memoryBytes: GIBIBYTE },
      binding: 'cpu',
      rows: [
        {
          case: 'now',
          label: 'Now',
          tone: 'ok',
          note: '',
          fits: 27,
          domains: [
            {
              domain: 'pdu-a',
              running: 2,
              fits: 14,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
            {
              domain: 'pdu-b',
              running: 2,
              fits: 6,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
            {
              domain: 'pdu-c',
              running: 0,
              fits: 7,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
          ],
        },
        {
          case: 'nodeLoss',
          label: 'Any node dies',
          worst: 'a1',
          tone: 'ok',
          note: 'worst: a1',
          fits: 19,
          domains: [
            {
              domain: 'pdu-a',
              running: 1,
              fits: 7,
              movesAway: 1,
              noLonger: 7,
              stops: 0,
            },
            {
              domain: 'pdu-b',
              running: 3,
              fits: 5,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
            {
              domain: 'pdu-c',
              running: 0,
              fits: 7,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
          ],
        },
        {
          case: 'domainLoss',
          label: 'pdu-a goes',
          worst: 'pdu-a',
          tone: 'ok',
          note: 'worst domain, 2 nodes',
          fits: 11,
          domains: [
            {
              domain: 'pdu-a',
              running: 0,
              fits: 0,
              movesAway: 2,
              noLonger: 14,
              stops: 0,
            },
            {
              domain: 'pdu-b',
              running: 4,
              fits: 4,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
            {
              domain: 'pdu-c',
              running: 0,
              fits: 7,
              movesAway: 0,
              noLonger: 0,
              stops: 0,
            },
          ],
        },
      ],
      spread: [
        {
          domain: 'pdu-a',
          nodes: [
            { name: 'a1', pods: 1, canary: false },
            { name: 'a2', pods: 1, canary: false },
          ],
        },
        { domain: 'pdu-b', nodes: [{ name: 'b1', pods: 2, canary: true }] },
        { domain: 'pdu-c', nodes: [] },
      ],
      protection: [
        { tone: 'ok', sentence: 'If a node goes, 2 of 4 serve.' },
        { tone: 'ok', sentence: 'If a domain goes, 2 of 4 serve.' },
        {
          tone: 'ok',
          sentence: 'Disruption budget: at least 4, 1 may go now.',
        },
      ],
      canarySteps: [
        { label: 'now', stable: 4, next: 0, surge: 0 },
        { label: '5 %', stable: 4, next: 1, surge: 0 },
        { label: '50 %', stable: 2, next: 2, surge: 1 },
        { label: 'done', stable: 0, next: 4, surge: 0 },
      ],
      budget: 'at least 4, 1 may go now',
    });
  });

  it('says what stops when the only domain goes', () => {
    const detail = detailOf(
      [node('a1', 'pdu-a'), node('a2', 'pdu-a')],
      [pod('p1', 'a1')],
    );
    expect(detail?.rows[2]).toMatchObject({
      label: 'pdu-a goes',
      tone: 'bad',
      fits: 0,
      note: 'all 2 nodes, the only domain; all its pods stop',
      domains: [{ running: 0, fits: 0, stops: 1 }],
    });
    expect(detail?.protection[1]).toEqual({
      tone: 'bad',
      sentence: 'If a domain goes, 0 of 1 serve.',
      detail: 'It has one pod.',
    });
    expect(
      summarizeCapacity([{ column: column(detail, 'dev'), production: false }]),
    ).toEqual({
      tone: 'ok',
      sentence:
        'Dev has room for 15 more pods now, 7 if any node dies, 1 pod without a place if pdu-a goes.',
    });
  });

  it('warns when pods would wait, and says for what', () => {
    const nodes = [node('a1', 'pdu-a'), node('b1', 'pdu-b')];
    const detail = detailOf(nodes, [
      pod('p1', 'a1'),
      pod('p2', 'b1'),
      filler('f', 'a1', 3500),
      filler('g', 'b1', 3200),
    ]);
    expect(detail?.rows[1]).toMatchObject({
      tone: 'warn',
      worst: 'a1',
      fits: 0,
    });
    expect(detail?.rows[1]?.note).toBe(
      'worst: a1; 1 pod would wait: CPU is short',
    );
    expect(capacityLine(detail as CapacityDetail)).toEqual({
      tone: 'warn',
      value: 'Fits no more',
      note: '1 pod stops if a node dies',
    });
  });

  it('does not compute what it cannot judge', () => {
    const terms = {
      ...pod('x', 'a1').terms,
      unsupported: ['it must run beside other pods'],
    };
    const detail = detailOf(NODES, [pod('p1', 'a1', { terms })]);
    expect(detail?.rows.map(({ tone, fits }) => [tone, fits])).toEqual([
      ['unknown', undefined],
      ['unknown', undefined],
      ['unknown', undefined],
    ]);
    expect(capacityLine(detail as CapacityDetail)).toEqual({
      tone: 'unknown',
      value: 'Room unknown',
      note: 'not computed: it must run beside other pods',
    });
  });

  it.each<[string, Partial<CapacityRows>, object]>([
    [
      'an unknown budget',
      { budgets: undefined },
      {
        tone: 'unknown',
        sentence: 'Whether it has a disruption budget is unknown.',
      },
    ],
    [
      'no budget',
      { budgets: [budget({ selector: { app: 'other' } })] },
      {
        tone: 'warn',
        sentence: 'No disruption budget.',
        detail: 'Draining nodes may take all its pods at once.',
      },
    ],
    [
      'a budget that lets nothing go',
      {
        budgets: [
          budget({
            minAvailable: undefined,
            maxUnavailable: '25%',
            disruptionsAllowed: 0,
          }),
        ],
      },
      {
        tone: 'warn',
        sentence: 'Disruption budget: at most 25% away, 0 may go now.',
        detail: 'Draining a node of it would wait.',
      },
    ],
  ])('tells of %s', (_, rows, statement) => {
    expect(detailOf(NODES, PODS, rows)?.protection[2]).toEqual(statement);
  });

  it('says whether a spread is met', () => {
    const terms = {
      ...pod('x', 'a1').terms,
      spread: [
        {
          topologyKey: LABELS.domain,
          maxSkew: 1,
          selector: { matchLabels: { app: 'checkout-api' } },
          matchLabelKeys: [],
          honorTaints: true,
        },
      ],
    };
    const detail = detailOf(
      NODES,
      PODS.map(each => ({ ...each, terms })),
    );
    expect(detail?.protection[3]).toEqual({
      tone: 'warn',
      sentence:
        'Spread asks for at most 1 pod more in one place (topology.kubernetes.io/zone) than in another: not met now (2, 2, 0).',
    });
  });

  it('is silent about a service without pods', () => {
    expect(detailOf(NODES, [])).toBeUndefined();
    expect(
      summarizeCapacity([{ column: column(undefined), production: true }]).tone,
    ).toBe('unknown');
  });
});

describe('summarizeCapacity', () => {
  it('lets production speak, and adds what is wrong elsewhere', () => {
    const problem = {
      kind: 'forbidden' as const,
      message: 'stage forbids to read nodes.',
    };
    expect(
      summarizeCapacity([
        {
          column: {
            environment: 'stage',
            cluster: 'stage',
            reading: { cluster: 'stage', ok: false, problem },
          },
          production: false,
        },
        { column: column(detailOf(NODES, PODS), 'prod'), production: true },
      ]),
    ).toEqual({
      tone: 'ok',
      sentence:
        'Prod has room for 27 more pods now, 19 if any node dies, 11 if pdu-a goes.',
      detail: 'Stage: room is unknown. stage forbids to read nodes.',
    });
  });
});

import type { StorageColumn } from '../wire/storageView';
import { storageLine, summarizeStorage } from './summarizeStorage';
import { toVolumeView } from './volumeView';
import type { VolumeObservation } from './observation';
import {
  copy,
  healthyR2,
  inUse,
  link,
  resyncingR3,
  subject,
  tieBreaker,
  volume,
} from './__fixtures__/volumes';

const place = { namespace: 'shop-prod', pods: ['db-0'], storageClass: 'r3' };
const viewOf = (observed: VolumeObservation) =>
  toVolumeView(subject(observed), place);

const lostCopy = volume([
  copy('a', {
    ...inUse,
    links: [link('b', { state: 'connecting', replication: 'off' }), link('c')],
  }),
  copy('b', { silent: true, disk: 'unknown', inUse: undefined }),
  tieBreaker('c', {
    links: [link('a'), link('b', { state: 'connecting', replication: 'off' })],
  }),
]);

function column(
  environment: string,
  volumes: VolumeObservation[],
): StorageColumn {
  return {
    environment,
    cluster: environment,
    reading: {
      cluster: environment,
      ok: true,
      observedAt: '2026-11-22T14:31:00Z',
      value: {
        volumes: { known: true, value: volumes.map(viewOf) },
        sources: [],
      },
    },
  };
}

describe('toVolumeView', () => {
  it('lays a healthy volume out', () => {
    const view = viewOf(healthyR2);
    expect(view).toMatchObject({
      state: 'healthy',
      status: { tone: 'ok', words: 'Up to date' },
      verdict: {
        sentence:
          'Data safe: 2 of 2 copies current, in pdu-a and pdu-b; survives the loss of any one node.',
      },
      others: [],
      intent: {
        tone: 'ok',
        sentence: 'Class asks for 2 copies in 2 domains: met.',
        detail: 'The tie-breaker holds no data, only a vote.',
      },
      votes: { have: 3, of: 3 },
      links: [
        { from: 'a', to: 'b', state: 'inSync' },
        { from: 'a', to: 'c', state: 'connected' },
        { from: 'b', to: 'c', state: 'connected' },
      ],
    });
    expect(
      view.replicas.map(({ node, domain, kind, words }) => [
        node,
        domain,
        kind,
        words,
      ]),
    ).toEqual([
      ['a', 'pdu-a', 'copy', 'Up to date'],
      ['b', 'pdu-b', 'copy', 'Up to date'],
      ['c', 'pdu-c', 'tieBreaker', 'Connected'],
    ]);
    expect(
      view.losses.map(({ lost, kind, tone }) => [lost, kind, tone]),
    ).toEqual([
      ['a', 'node', 'ok'],
      ['b', 'node', 'ok'],
      ['c', 'node', 'ok'],
      ['pdu-a', 'domain', 'ok'],
      ['pdu-b', 'domain', 'ok'],
      ['pdu-c', 'domain', 'ok'],
    ]);
    expect(view.losses[0]?.remaining[0]).toMatchObject({
      node: 'a',
      state: 'lost',
      words: 'Lost',
      inUse: false,
    });
  });

  it('says how far a catch-up is, and what it leaves', () => {
    const view = viewOf(resyncingR3);
    expect(view.status).toEqual({ tone: 'busy', words: 'Syncing 45 %' });
    expect(view.verdict.sentence).toBe(
      '2 of 3 copies are up to date; c is catching up, 45 %. Losing one node now would still leave a full copy.',
    );
    expect(view.intent.detail).toBe('2 up to date, 1 behind.');
    expect(view.replicas[2]).toMatchObject({ state: 'syncing', percent: 45.3 });
    expect(view.links.map(({ state }) => state)).toEqual([
      'inSync',
      'connected',
      'connected',
    ]);
  });

  it('shows a copy that nobody reaches as lost', () => {
    const view = viewOf(lostCopy);
    expect(view.replicas.find(({ node }) => node === 'b')).toMatchObject({
      state: 'lost',
      words: 'Not reachable',
      connected: undefined,
    });
    expect(view.verdict).toMatchObject({
      tone: 'warn',
      sentence:
        "No report from b; its copy's state is unknown. Losing one node now could leave no current copy.",
    });
    expect(view.intent).toEqual({
      tone: 'warn',
      sentence: 'Class asks for 2 copies in 2 domains: only 1 there.',
    });
  });

  it('has no picture of what nobody describes', () => {
    const view = toVolumeView(
      subject(healthyR2, { knowledge: { state: 'silent', message: 'Down.' } }),
      place,
    );
    expect(view).toMatchObject({
      state: 'controller-unreachable',
      replicas: [],
      losses: [],
      intent: { tone: 'unknown' },
    });
    expect(view.votes).toBeUndefined();
  });
});

describe('summarizeStorage', () => {
  it('lets the worst volume speak, with its environment', () => {
    const columns = [
      column('dev', [healthyR2]),
      column('stage', []),
      column('prod', [resyncingR3]),
    ];
    expect(summarizeStorage(columns).sentence).toBe(
      'prod: 2 of 3 copies are up to date; c is catching up, 45 %. Losing one node now would still leave a full copy.',
    );
  });

  it('never takes what it cannot see for good', () => {
    const problem = {
      kind: 'unreachable',
      message: 'prod is silent.',
    } as const;
    const dead: StorageColumn = {
      environment: 'prod',
      cluster: 'prod',
      reading: { cluster: 'prod', ok: false, problem },
    };
    expect(summarizeStorage([column('dev', [healthyR2]), dead])).toEqual({
      tone: 'unknown',
      sentence: 'prod: storage is unknown. prod is silent.',
    });
  });

  it.each<[string, StorageColumn[], string]>([
    ['nothing', [column('dev', [])], 'This service keeps no data in volumes.'],
    [
      'good ones',
      [column('dev', [healthyR2]), column('prod', [healthyR2])],
      'All 2 volumes have the copies that their classes ask for.',
    ],
  ])('sums up %s', (_, columns, sentence) => {
    expect(summarizeStorage(columns)).toMatchObject({ tone: 'ok', sentence });
  });
});

describe('storageLine', () => {
  it.each<[string, VolumeObservation[], string, string, string]>([
    ['none', [], 'ok', 'No volumes', 'keeps no data'],
    [
      'two copies',
      [healthyR2],
      'ok',
      '2 copies, all good',
      'and 1 tie-breaker',
    ],
    [
      'one copy',
      [volume([copy('a', inUse)])],
      'ok',
      '1 copy',
      'no second copy',
    ],
    [
      'a catch-up',
      [resyncingR3],
      'busy',
      '3 copies, 1 syncing',
      'Syncing 45 %',
    ],
    [
      'a lost copy',
      [lostCopy],
      'warn',
      '1 of 2 copies current',
      'Node not reporting',
    ],
    [
      'several',
      [healthyR2, resyncingR3],
      'busy',
      '1 of 2 volumes good',
      'Syncing 45 %',
    ],
  ])('%s', (_, observed, tone, value, note) => {
    expect(storageLine(observed.map(viewOf))).toEqual({ tone, value, note });
  });
});

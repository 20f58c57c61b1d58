import { assessVolume } from './assessVolume';
import type { VolumeObservation } from './observation';
import type { ClaimFacts, VolumeKnowledge } from './volumeFacts';
import {
  claim,
  copy,
  healthyR2,
  inUse,
  link,
  NOW,
  resyncingR3,
  subject,
  tieBreaker,
  volume,
} from './__fixtures__/volumes';

const LONG_AGO = '2026-11-22T14:20:00Z';
const JUST_NOW = '2026-11-22T14:30:50Z';
const pool = (freeBytes: number) => ({
  node: 'a',
  name: 'lvm-thin',
  thin: true,
  snapshots: true,
  freeBytes,
  totalBytes: 100,
});
const cut = (peer: string, since: string = LONG_AGO) =>
  link(peer, { state: 'connecting', replication: 'off', since });
const standAlone = (peer: string) =>
  link(peer, { state: 'standAlone', replication: 'off' });
const pair = (
  first: Parameters<typeof copy>[1],
  second: Parameters<typeof copy>[1] = {},
) => volume([copy('a', first), copy('b', second), tieBreaker('c')]);

describe('assessVolume', () => {
  it.each<[string, VolumeObservation, string, string]>([
    [
      'all copies current',
      healthyR2,
      'healthy ok',
      'Data safe: 2 of 2 copies current.',
    ],
    [
      'suspended, as the metric says',
      { ...healthyR2, suspended: true },
      'no-access bad',
      'The volume cannot be opened; reads and writes hang until it can.',
    ],
    [
      'no current copy',
      pair({ disk: 'outdated' }, { disk: 'outdated' }),
      'no-access bad',
      'No current copy can be reached; reads and writes hang until one returns.',
    ],
    [
      'quorum lost, as the metric says',
      {
        ...healthyR2,
        quorum: { measured: { held: false, source: 'metric' } },
      },
      'quorum-lost bad',
      'a lost the majority, so writes are paused to protect data. Expect the pod to be moved.',
    ],
    [
      'the node in use reaches nobody',
      pair({ ...inUse, links: [cut('b'), cut('c')] }),
      'quorum-lost bad',
      'a lost the majority, so writes are paused to protect data. Expect the pod to be moved.',
    ],
    [
      'two current copies that refuse each other',
      pair({ ...inUse, links: [standAlone('b'), link('c')] }),
      'diverged bad',
      'Two copies refuse to synchronise and may have diverged. Do not restart, scale or expand; an operator must choose the copy to keep.',
    ],
    [
      'a link switched off to an old copy',
      pair(
        { ...inUse, links: [standAlone('b'), link('c')] },
        { disk: 'outdated' },
      ),
      'standalone-peer warn',
      'The replication link between a and b is switched off.',
    ],
    [
      'one disk failed',
      pair({ ...inUse, disk: 'failed' }),
      'disk-failed warn',
      'The disk on a reported errors; the volume works over the network from the other copy.',
    ],
    [
      'one of three catches up',
      resyncingR3,
      'resync busy',
      'c is catching up, 45 %.',
    ],
    [
      'one of two catches up',
      pair(inUse, { disk: 'syncing', percent: 3.1 }),
      'resync warn',
      'b is catching up, 3 %.',
    ],
    [
      'a catch-up that does not move',
      pair(inUse, { disk: 'syncing', percent: 3, unchangedSince: LONG_AGO }),
      'resync-stalled warn',
      'The catch-up of b has not moved for 11 min.',
    ],
    [
      'an old copy',
      pair(inUse, { disk: 'outdated' }),
      'outdated warn',
      'b has older data, waiting for the current copy.',
    ],
    [
      'a silent node',
      pair(inUse, { silent: true, disk: 'unknown', inUse: undefined }),
      'satellite-offline warn',
      "No report from b; its copy's state is unknown.",
    ],
    [
      'a link that is gone',
      pair({ ...inUse, links: [cut('b'), link('c')] }),
      'disconnected warn',
      'No link between a and b for 11 min.',
    ],
    [
      'a node that is emptied',
      volume([copy('a', inUse), copy('b'), copy('c', { leaving: 'emptied' })], {
        wantedCopies: 2,
      }),
      'node-leaving busy',
      'c is being emptied.',
    ],
    [
      'a copy too few',
      { ...healthyR2, wantedCopies: 3 },
      'under-replicated warn',
      '2 of 3 copies.',
    ],
    [
      'copies side by side',
      pair({ ...inUse, domain: 'pdu-a' }, { domain: 'pdu-a' }),
      'same-domain warn',
      'The copies on a and b are both in pdu-a.',
    ],
    [
      'nobody to break a tie',
      volume([copy('a', inUse), copy('b')]),
      'no-tie-breaker warn',
      'A network split could stop or split this volume.',
    ],
    [
      'a pod beside no copy',
      volume([
        copy('a'),
        copy('b'),
        copy('c', { kind: 'client', disk: 'none', ...inUse }),
      ]),
      'remote-attached ok',
      'The pod on c reads over the network.',
    ],
    [
      'two writers',
      pair(inUse, inUse),
      'dual-primary warn',
      'a and b hold the volume open.',
    ],
    [
      'a full pool',
      { ...healthyR2, pools: [pool(17)] },
      'pool-low warn',
      'Pool lvm-thin on a is 83 % full.',
    ],
    [
      'a volume that grows',
      { ...healthyR2, resizing: true },
      'resize-pending busy',
      'The volume is growing: the storage system enlarges the volume.',
    ],
  ])('%s', (_, observed, idAndTone, sentence) => {
    const [worst] = assessVolume(subject(observed));
    expect([`${worst.id} ${worst.tone}`, worst.sentence]).toEqual([
      idAndTone,
      sentence,
    ]);
  });

  it.each<[string, VolumeObservation]>([
    [
      'a blink of a link',
      pair({ ...inUse, links: [cut('b', JUST_NOW), link('c')] }),
    ],
    ['a pool with room', { ...healthyR2, pools: [pool(20)] }],
    [
      'a pool that does not report',
      { ...healthyR2, pools: [{ ...pool(0), freeBytes: undefined }] },
    ],
    [
      'a plain disk without replication',
      volume([copy('a', { ...inUse, votes: false })], { replicated: false }),
    ],
    ['a volume that nobody uses', pair({ mayPromote: true })],
    [
      'the tie-breaker votes as a client',
      volume([
        copy('a', inUse),
        copy('b'),
        copy('c', { kind: 'client', disk: 'none' }),
      ]),
    ],
  ])('has nothing against %s', (_, observed) => {
    expect(assessVolume(subject(observed)).map(({ id }) => id)).toEqual([
      'healthy',
    ]);
  });

  it('shows the worst and lists the rest', () => {
    const observed = volume(
      [
        copy('a', { ...inUse, disk: 'failed' }),
        copy('b', { disk: 'syncing', percent: 10 }),
        copy('c'),
      ],
      { resizing: true },
    );
    expect(
      assessVolume(subject(observed)).map(({ id, tone }) => `${id} ${tone}`),
    ).toEqual([
      'disk-failed warn',
      'resync warn',
      'under-replicated warn',
      'resize-pending busy',
    ]);
  });

  it('puts a silent controller first and keeps the last state', () => {
    const [first, second] = assessVolume(
      subject(healthyR2, {
        knowledge: {
          state: 'observed',
          volume: resyncingR3,
          lost: { since: '2026-11-22T14:28:00Z', message: 'LINSTOR is down.' },
        },
      }),
    );
    expect(first).toMatchObject({
      id: 'controller-unreachable',
      tone: 'unknown',
      detail: 'LINSTOR is down.',
    });
    expect(first.sentence).toContain('has not answered for 3 min');
    expect(second?.id).toBe('resync');
  });

  it.each<[string, VolumeKnowledge, Partial<ClaimFacts>, string]>([
    [
      'silent',
      { state: 'silent', message: 'x' },
      {},
      'controller-unreachable unknown',
    ],
    ['unknown there', { state: 'notReported' }, {}, 'not-reported unknown'],
    ['not asked yet', { state: 'notAsked' }, {}, 'not-reported unknown'],
    ['hidden', { state: 'hidden', message: 'x' }, {}, 'not-reported unknown'],
    ['foreign', { state: 'foreign', driver: 'x' }, {}, 'not-linstor unknown'],
    ['gone', { state: 'unbound' }, { phase: 'Lost' }, 'no-access bad'],
    [
      'waiting for a pod',
      { state: 'unbound' },
      { phase: 'Pending', waitsForConsumer: true },
      'pending-claim wait',
    ],
    [
      'being created',
      { state: 'unbound' },
      { phase: 'Pending', createdAt: JUST_NOW },
      'pending-claim busy',
    ],
    [
      'not created',
      { state: 'unbound' },
      { phase: 'Pending', createdAt: LONG_AGO },
      'pending-claim bad',
    ],
  ])(
    'says what it can of a claim whose volume is %s',
    (_, knowledge, facts, expected) => {
      const conditions = assessVolume({
        claim: { ...claim, ...facts },
        knowledge,
        domains: {},
        now: NOW,
      });
      expect(conditions.map(({ id, tone }) => `${id} ${tone}`)).toEqual([
        expected,
      ]);
    },
  );

  it.each<[string, string]>([
    ['NodeResizePending', 'resize-pending busy'],
    ['ControllerResizeFailed', 'resize-failed bad'],
    ['SomethingNew', 'healthy ok'],
  ])('reads the resize status %s', (resizeStatus, expected) => {
    const [worst] = assessVolume(
      subject(healthyR2, { claim: { ...claim, resizeStatus } }),
    );
    expect(`${worst.id} ${worst.tone}`).toBe(expected);
  });
});

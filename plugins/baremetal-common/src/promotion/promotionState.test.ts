import type { PromotionState, PromotionTurn } from '../wire/promotionView';
import { assessGates } from './assessGates';
import type { ChangeObservation, GateInput } from './observation';
import { promotionState, type StateInput } from './promotionState';
import {
  CANDIDATE,
  cluster,
  environment,
  gateInput,
  NEW,
  OLD_IMAGE,
  SEEN_AT,
  workload,
} from './__fixtures__/situations';

const DANA = { userRef: 'user:default/dana', mayApprove: true };
const GUEST = { userRef: 'user:default/guest', mayApprove: false };
const approved = [{ by: 'user:default/petra', at: SEEN_AT, commit: 'head' }];

const OPEN: ChangeObservation = {
  state: 'open',
  headCommit: 'head',
  ownHead: 'head',
  mergeable: 'yes',
};
const merged: Partial<StateInput> = { change: { ...OPEN, state: 'merged' } };

function judge(gates: Partial<GateInput>, change: Partial<StateInput> = {}) {
  const input = gateInput(gates);
  const { to, approvals, fourEyes, viewer } = input;
  return promotionState({
    gates: assessGates(input),
    candidate: CANDIDATE,
    to,
    change: OPEN,
    approvals,
    fourEyes,
    requestedBy: 'user:default/dana',
    viewer,
    approvers: 'Anyone of platform',
    ...change,
  });
}

const stage = (change: Parameters<typeof workload>[0]) => ({
  to: environment('stage', cluster({ workload: workload(change) })),
});
const both = [
  { ...OLD_IMAGE, role: 'stable' },
  { ...CANDIDATE, digest: NEW, role: 'canary', pods: 1 },
] as const;

describe('promotionState', () => {
  it.each<
    [
      string,
      PromotionState,
      PromotionTurn,
      Partial<GateInput>,
      Partial<StateInput>,
    ]
  >([
    ['waits for an approver', 'ready', 'you', {}, {}],
    ['was asked for by who looks', 'ready', 'others', { viewer: DANA }, {}],
    [
      'is seen by who may not approve',
      'ready',
      'others',
      { viewer: GUEST },
      {},
    ],
    ['was approved', 'approved', 'you', { approvals: approved }, {}],
    ['needs no second person', 'approved', 'you', { fourEyes: false }, {}],
    [
      'was approved for an older head',
      'ready',
      'you',
      { approvals: [{ by: 'user:default/petra', at: SEEN_AT, commit: 'old' }] },
      {},
    ],
    [
      'waits for a rollout in the source',
      'checking',
      'others',
      {
        from: environment(
          'dev',
          cluster({ workload: workload({ phase: 'progressing' }) }),
        ),
      },
      {},
    ],
    [
      'fails a gate',
      'blocked',
      'stuck',
      { otherPromotion: { words: '#4' } },
      {},
    ],
    [
      'has a gate that nobody knows',
      'blocked',
      'stuck',
      {
        from: environment('dev', {
          cluster: 'dev',
          ok: false,
          problem: { kind: 'timedOut', message: 'dev hangs' },
        }),
      },
      {},
    ],
    [
      'has foreign commits',
      'blocked',
      'stuck',
      {},
      { change: { ...OPEN, headCommit: 'x' } },
    ],
    [
      'conflicts',
      'blocked',
      'stuck',
      {},
      { change: { ...OPEN, mergeable: 'no' } },
    ],
    [
      'was closed',
      'closed',
      'moving',
      {},
      { change: { ...OPEN, state: 'closed' } },
    ],
    ['was replaced', 'superseded', 'moving', {}, { ended: 'superseded' }],
    ['is merged and not applied', 'merged', 'moving', {}, merged],
    [
      'is merged into one cluster of two',
      'merged',
      'moving',
      { to: environment('stage', cluster(), cluster({ workload: undefined })) },
      merged,
    ],
    [
      'is merged and the target is silent',
      'merged',
      'moving',
      {
        to: environment('stage', {
          cluster: 'stage',
          ok: false,
          problem: { kind: 'timedOut', message: 'stage hangs' },
        }),
      },
      merged,
    ],
    [
      'is applied, its pods are not there yet',
      'syncing',
      'moving',
      stage({ images: [{ ...OLD_IMAGE, role: 'stable' }] }),
      merged,
    ],
    [
      'is applied, some pods are not ready',
      'syncing',
      'moving',
      stage({ readyPods: 1 }),
      merged,
    ],
    [
      'rolls out',
      'canary',
      'moving',
      stage({ phase: 'progressing', images: both, weight: 20 }),
      merged,
    ],
    [
      'waits in its canary',
      'canary',
      'moving',
      stage({ phase: 'paused', images: both, weight: 20 }),
      merged,
    ],
    ['is what every pod runs', 'verified', 'moving', stage({}), merged],
    [
      'was verified, and the target went on',
      'verified',
      'moving',
      {},
      { ...merged, ended: 'verified' },
    ],
    [
      'was aborted',
      'aborted',
      'stuck',
      stage({ phase: 'aborted', images: [{ ...OLD_IMAGE, role: 'stable' }] }),
      merged,
    ],
  ])(
    'that %s is %s, and it is the turn of: %s',
    (_, state, turn, gates, change) => {
      const judged = judge(gates, change);
      expect([judged.state, judged.turn]).toEqual([state, turn]);
      expect(judged.verdict.sentence).toMatch(/\.$/);
      expect(judged.whoMayAct).not.toBe('');
    },
  );

  it('shows how far the canary is', () => {
    const judged = judge(
      stage({ phase: 'paused', images: both, weight: 20, words: 'waits' }),
      merged,
    );
    expect(judged.status).toEqual({ tone: 'wait', words: 'Canary 20 %' });
  });

  it.each([
    [
      true,
      'The owner of the service: promote the rollout in stage, or abort it',
    ],
    [false, 'Nobody: it moves by itself'],
  ])('names who can end a pause (by a person: %p)', (waitsForPerson, who) => {
    const judged = judge(
      stage({ phase: 'paused', images: both, weight: 20, waitsForPerson }),
      merged,
    );
    expect(judged.whoMayAct).toBe(who);
  });

  it('says that Git and the cluster differ after an abort', () => {
    const judged = judge(
      stage({ phase: 'aborted', images: [{ ...OLD_IMAGE, role: 'stable' }] }),
      merged,
    );
    expect(judged.drift).toBe('Git says 1.9.2, stage serves 1.8.0');
  });

  it('matches by running digest: the same tag with another digest is not it', () => {
    const image = { ...CANDIDATE, digest: `sha256:${'3'.repeat(64)}` };
    const judged = judge(
      stage({ images: [{ ...image, role: 'stable', pods: 2 }] }),
      merged,
    );
    expect(judged.state).toBe('syncing');
  });

  it.each([
    ['an approver', {}, {}, [true, false]],
    ['who asked', { viewer: DANA }, {}, [false, false]],
    ['who may not', { viewer: GUEST }, {}, [false, false]],
    ['who approved before', { approvals: approved }, {}, [false, true]],
    ['anybody, once it is merged', {}, merged, [false, false]],
    [
      'anybody, after a foreign push',
      { approvals: approved },
      { change: { ...OPEN, headCommit: 'x' } },
      [false, false],
    ],
  ])('lets %s approve and merge, or says why not', (_, gates, change, may) => {
    const { approve, merge } = judge(gates, change);
    expect([approve.enabled, merge.enabled]).toEqual(may);
    expect(`${approve.words}${merge.words}`).toMatch(/\.$/);
  });
});

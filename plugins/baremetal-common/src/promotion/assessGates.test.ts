import type { GateId, GateState } from '../wire/promotionView';
import { assessGates, mayMerge, mayOpen } from './assessGates';
import type { GateInput } from './observation';
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

const problem = {
  kind: 'unreachable',
  message: 'dev does not answer',
} as const;

const fromDev = (
  ...clusters: Parameters<typeof cluster>
): Partial<GateInput> => ({
  from: environment('dev', cluster({ cluster: 'dev', ...clusters[0] })),
});
const toStage = (
  change: Parameters<typeof cluster>[0],
): Partial<GateInput> => ({
  to: environment('stage', cluster(change)),
});
const roomFor = (fitsNow: number, fitsAfterNodeLoss: number) =>
  toStage({
    room: {
      known: true,
      value: {
        hardwareClass: 'compute',
        neededPods: 2,
        fitsNow,
        fitsAfterNodeLoss,
      },
    },
  });
const storage = (tone: 'ok' | 'busy' | 'warn' | 'bad' | 'unknown') =>
  toStage({ storage: { known: true, value: { tone, sentence: 'Said so.' } } });
const canary = { ...CANDIDATE, digest: NEW, role: 'canary', pods: 1 } as const;

const CASES: [string, GateId, GateState, Partial<GateInput>][] = [
  ['a rollout that is done', 'rolloutHealthy', 'passed', {}],
  [
    'a rollout that waits',
    'rolloutHealthy',
    'pending',
    fromDev({ workload: workload({ phase: 'paused' }) }),
  ],
  [
    'a rollout that moves',
    'rolloutHealthy',
    'pending',
    fromDev({ workload: workload({ phase: 'progressing' }) }),
  ],
  [
    'pods that are not ready',
    'rolloutHealthy',
    'pending',
    fromDev({ workload: workload({ readyPods: 1 }) }),
  ],
  [
    'an aborted rollout',
    'rolloutHealthy',
    'failed',
    fromDev({ workload: workload({ phase: 'aborted' }) }),
  ],
  [
    'a degraded rollout',
    'rolloutHealthy',
    'failed',
    fromDev({ workload: workload({ phase: 'degraded' }) }),
  ],
  [
    'a phase that nobody knows',
    'rolloutHealthy',
    'unknown',
    fromDev({ workload: workload({ phase: 'unknown' }) }),
  ],
  [
    'a service that is not in the source',
    'rolloutHealthy',
    'failed',
    fromDev({ workload: undefined }),
  ],
  [
    'a source that cannot be read',
    'rolloutHealthy',
    'unknown',
    { from: environment('dev', { cluster: 'dev', ok: false, problem }) },
  ],
  [
    'a source that fell silent',
    'rolloutHealthy',
    'unknown',
    fromDev({ lost: { since: SEEN_AT, problem } }),
  ],
  [
    'one cluster of two silent',
    'rolloutHealthy',
    'unknown',
    {
      from: environment('dev', cluster(), {
        cluster: 'dev-2',
        ok: false,
        problem,
      }),
    },
  ],
  [
    'a source that went on to the next version',
    'rolloutHealthy',
    'warning',
    fromDev({
      workload: workload({ images: [{ ...OLD_IMAGE, role: 'stable' }] }),
    }),
  ],

  ['one digest everywhere', 'sameDigest', 'passed', {}],
  [
    'two digests',
    'sameDigest',
    'failed',
    fromDev({
      workload: workload({
        images: [{ ...OLD_IMAGE, role: 'stable' }, canary],
      }),
    }),
  ],
  [
    'a pod that has not said its digest',
    'sameDigest',
    'pending',
    fromDev({
      workload: workload({
        images: [
          { ...CANDIDATE, role: 'stable', pods: 1 },
          { repository: 'r', role: 'stable', pods: 1 },
        ],
      }),
    }),
  ],
  [
    'no pods',
    'sameDigest',
    'pending',
    fromDev({ workload: workload({ images: [] }) }),
  ],
  [
    'a source that cannot be read',
    'sameDigest',
    'unknown',
    { from: environment('dev', { cluster: 'dev', ok: false, problem }) },
  ],

  ['room even without a node', 'fits', 'passed', {}],
  ['room until a node dies', 'fits', 'warning', roomFor(2, 1)],
  ['too little room', 'fits', 'failed', roomFor(1, 0)],
  [
    'room that is not known',
    'fits',
    'unknown',
    toStage({ room: { known: false, problem } }),
  ],
  [
    'a target that cannot be read',
    'fits',
    'unknown',
    { to: environment('stage', { cluster: 'stage', ok: false, problem }) },
  ],
  [
    'room on one cluster of two',
    'fits',
    'failed',
    {
      to: environment(
        'stage',
        cluster(),
        cluster({ ...roomFor(0, 0).to?.clusters[0], ok: true }),
      ),
    },
  ],

  ['no data', 'storageHealthy', 'passed', {}],
  ['all copies', 'storageHealthy', 'passed', storage('ok')],
  ['a copy that syncs', 'storageHealthy', 'warning', storage('busy')],
  ['a copy that is lost', 'storageHealthy', 'warning', storage('warn')],
  ['no quorum', 'storageHealthy', 'failed', storage('bad')],
  ['copies that nobody knows', 'storageHealthy', 'unknown', storage('unknown')],
  [
    'a storage system that is silent',
    'storageHealthy',
    'unknown',
    toStage({ storage: { known: false, problem } }),
  ],

  ['no other promotion', 'noOtherPromotion', 'passed', {}],
  [
    'another promotion',
    'noOtherPromotion',
    'failed',
    { otherPromotion: { words: '#4 of 1.9.1' } },
  ],

  ['nobody yet', 'fourEyes', 'person', {}],
  [
    'the requester alone',
    'fourEyes',
    'person',
    { approvals: [{ by: 'user:default/dana', at: SEEN_AT, commit: 'head' }] },
  ],
  [
    'another person',
    'fourEyes',
    'passed',
    { approvals: [{ by: 'user:default/petra', at: SEEN_AT, commit: 'head' }] },
  ],
  [
    'another person for an older head',
    'fourEyes',
    'person',
    {
      approvals: [{ by: 'user:default/petra', at: SEEN_AT, commit: 'before' }],
    },
  ],
  [
    'an installation without the rule',
    'fourEyes',
    'passed',
    { fourEyes: false },
  ],
];

describe('assessGates', () => {
  it.each(CASES)('%s: %s is %s', (_, id, state, change) => {
    const gates = assessGates(gateInput(change));
    const gate = gates.find(each => each.id === id);
    expect(gate?.state).toBe(state);
    expect(gate?.sentence).toMatch(/^\w.*\.$/);
  });

  it('keeps its order', () => {
    expect(assessGates(gateInput()).map(({ id }) => id)).toEqual([
      'rolloutHealthy',
      'sameDigest',
      'fits',
      'storageHealthy',
      'noOtherPromotion',
      'fourEyes',
    ]);
  });

  it('says who must approve to the one who asked', () => {
    const viewer = { userRef: 'user:default/dana', mayApprove: true };
    expect(assessGates(gateInput({ viewer })).at(-1)?.sentence).toBe(
      'You asked for it, so another person must approve.',
    );
  });

  it('may be opened but not merged while only a person is missing', () => {
    const gates = assessGates(gateInput());
    expect([mayOpen(gates), mayMerge(gates)]).toEqual([true, false]);
  });

  it.each(CASES.filter(([, id]) => id !== 'fourEyes'))(
    'never takes %s (%s %s) for a pass unless it is one',
    (_, _id, state, change) => {
      const approved = [
        { by: 'user:default/petra', at: SEEN_AT, commit: 'head' },
      ];
      const gates = assessGates(gateInput({ ...change, approvals: approved }));
      const stops = ['failed', 'pending', 'unknown'].includes(state);
      expect([mayOpen(gates), mayMerge(gates)].includes(true)).toBe(!stops);
    },
  );
});

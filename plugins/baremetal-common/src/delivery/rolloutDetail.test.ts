import type { RolloutDetail } from '../wire/rolloutView';
import {
  failedRun,
  NEXT,
  NOW,
  pod,
  promoted,
  rollout,
  rows,
  set,
  STABLE,
} from './__fixtures__/checkout';
import { toRolloutDetail } from './rolloutDetail';
import { rolloutSentence } from './summarizeRollouts';

const ABORTED = {
  phase: 'Degraded',
  message: 'RolloutAborted: Rollout aborted update to revision 2',
  aborted: true,
  abortedAt: '2026-11-22T14:22:00Z',
  currentStepIndex: 0,
  pauses: [],
  controllerPause: false,
};

const verbs = (detail: RolloutDetail) =>
  Object.fromEntries(detail.verbs.map(({ verb, enabled }) => [verb, enabled]));

describe('toRolloutDetail', () => {
  it('shows a canary that waits for a person', () => {
    const detail = toRolloutDetail(rollout(), rows(), NOW);
    expect(detail).toMatchObject({
      phase: 'paused',
      status: { tone: 'wait', words: 'Waits for a person' },
      stable: { text: '1.8.0', digest: STABLE },
      canary: {
        text: '1.9.2',
        digest: NEXT,
        image: 'registry.example/shop/checkout-api',
      },
      weight: 20,
      weightIs: 'pods',
      since: '2026-11-22T14:02:00Z',
      stepWords: '4 of 8 steps done',
      weights: [
        {
          from: '2026-11-22T13:47:00Z',
          until: '2026-11-22T14:02:00Z',
          weight: 20,
        },
        { from: '2026-11-22T14:02:00Z', weight: 20 },
      ],
      guard: [
        {
          tone: 'ok',
          sentence: 'Analysis is good, 2 measurements.',
          detail: 'success-rate: 2 of 2 good (at least 0.99, 2 misses allowed)',
        },
        {
          tone: 'ok',
          sentence: 'All 5 pods are ready.',
          detail: 'no restarts',
        },
      ],
      revisions: [
        {
          revision: 2,
          version: { text: '1.9.2' },
          outcome: { words: 'Waits for a person' },
        },
        {
          revision: 1,
          version: { text: '1.8.0' },
          outcome: { words: 'Stable' },
        },
      ],
    });
    expect(detail.pods.map(({ role }) => role)).toEqual([
      'stable',
      'stable',
      'stable',
      'stable',
      'canary',
    ]);
    expect(detail.verbs).toEqual([
      {
        verb: 'promote',
        label: 'Promote one step',
        enabled: true,
        words: 'To 50 % now.',
      },
      {
        verb: 'promoteFull',
        label: 'Promote fully',
        enabled: true,
        words: 'To 100 % now. Skips 4 steps, with pauses and analyses.',
      },
      {
        verb: 'abort',
        label: 'Abort',
        enabled: true,
        words:
          'Everything back to 1.8.0. Git still says 1.9.2 until it is reverted.',
      },
      {
        verb: 'retry',
        label: 'Retry',
        enabled: false,
        words: 'Nothing to retry: this rollout is not aborted.',
      },
    ]);
    expect(rolloutSentence(detail, 'stage', NOW)).toEqual({
      tone: 'wait',
      sentence:
        'Stage waits for a person for 29 min: canary 1.9.2 is good at 20 %.',
      detail: 'Promote one step and it goes to 50 % now.',
    });
  });

  it('shows one that its analysis aborted', () => {
    const detail = toRolloutDetail(
      rollout(ABORTED),
      rows({
        replicaSets: [set('stable'), set('next', { availableReplicas: 0 })],
        analysisRuns: { known: true, value: [failedRun()] },
      }),
      NOW,
    );
    expect(detail).toMatchObject({
      phase: 'aborted',
      weight: 0,
      since: '2026-11-22T14:22:00Z',
      stepWords: '3 of 8 steps done',
    });
    expect(detail.weights.at(-1)).toEqual({
      from: '2026-11-22T14:22:00Z',
      weight: 0,
    });
    expect(detail.revisions[0]).toMatchObject({
      outcome: { tone: 'bad', words: 'Aborted' },
      why: 'success-rate 0.91 < 0.99 in 3 of 5 measurements',
    });
    expect(rolloutSentence(detail, 'prod', NOW)).toEqual({
      tone: 'bad',
      sentence:
        'Prod aborted 1.9.2: success-rate 0.91 < 0.99 in 3 of 5 measurements; 1.8.0 serves everything.',
      detail:
        'The cluster is asked for 1.9.2 until somebody reverts it in Git or retries.',
    });
  });

  it.each([
    [
      'paused',
      rollout(),
      { promote: true, promoteFull: true, abort: true, retry: false },
    ],
    [
      'under way',
      rollout({ phase: 'Progressing', pauses: [], controllerPause: false }),
      { promote: false, promoteFull: true, abort: true, retry: false },
    ],
    [
      'aborted while a pause is still recorded',
      rollout({
        ...ABORTED,
        pauses: [{ reason: 'CanaryPauseStep', startedAt: '' }],
      }),
      { promote: false, promoteFull: false, abort: false, retry: true },
    ],
    [
      'healthy',
      promoted(),
      { promote: false, promoteFull: false, abort: false, retry: false },
    ],
    [
      'healthy, although once aborted',
      promoted({ aborted: true }),
      { promote: false, promoteFull: false, abort: false, retry: false },
    ],
  ])('enables verbs when %s', (_, row, enabled) => {
    expect(verbs(toRolloutDetail(row, rows(), NOW))).toEqual(enabled);
  });

  it('says that analyses may not be read, instead of that there are none', () => {
    const problem = {
      kind: 'forbidden' as const,
      message: 'dev forbids to read analysis runs.',
    };
    const detail = toRolloutDetail(
      rollout(),
      rows({ analysisRuns: { known: false, problem } }),
      NOW,
    );
    expect(detail.analysesProblem).toEqual(problem);
    expect(detail.guard[0]).toMatchObject({
      tone: 'unknown',
      detail: problem.message,
    });
    expect(rolloutSentence(detail, 'stage', NOW).sentence).toContain(
      'its analysis is unknown',
    );
  });

  it('does not call a version known whose pods run different digests', () => {
    const pods = [
      pod('x', 'next'),
      pod('y', 'next', { containers: pod('y', 'stable').containers }),
    ];
    const detail = toRolloutDetail(promoted(), rows({ pods }), NOW);
    expect(detail.stable).toEqual({
      text: '1.9.2',
      image: 'registry.example/shop/checkout-api',
    });
  });

  it('takes replica sets and pods of another owner with the same name for strangers', () => {
    const stranger = set('next', {
      owner: { uid: 'other', kind: 'Rollout', name: 'checkout-api' },
    });
    const detail = toRolloutDetail(
      rollout(),
      rows({ replicaSets: [set('stable'), stranger] }),
      NOW,
    );
    expect(detail.pods.every(({ role }) => role === 'stable')).toBe(true);
    expect(detail.weight).toBeUndefined();
    expect(detail.canary?.text).toBe('1.9.2');
  });
});

import type { RolloutRow } from '../kube';
import { promoted, rollout, WAITING_SINCE } from './__fixtures__/checkout';
import { rolloutPhase, waitOf } from './rolloutPhase';

describe('rolloutPhase', () => {
  it.each<[string, RolloutRow, string]>([
    ['says what the controller says', rollout(), 'paused'],
    [
      'does not believe a word about an older object',
      rollout({ phase: 'Healthy' }, { observedGeneration: '6' }),
      'progressing',
    ],
    [
      'takes a hash as seen, as old controllers wrote it',
      rollout({ phase: 'Healthy' }, { observedGeneration: '6f5b' }),
      'healthy',
    ],
    [
      'takes a newer number as seen',
      rollout({ phase: 'Healthy' }, { observedGeneration: '8' }),
      'healthy',
    ],
    [
      'sees a pause that has just been lifted',
      rollout({ pauses: [] }),
      'progressing',
    ],
    [
      'waits for the template in another object',
      rollout(
        { phase: 'Healthy' },
        { workload: { generation: '3', observedGeneration: '2' } },
      ),
      'progressing',
    ],
    [
      'knows an abort by its prefix',
      rollout({
        phase: 'Degraded',
        message: 'RolloutAborted: Rollout aborted update to revision 2',
      }),
      'aborted',
    ],
    [
      'knows an abort by its field',
      rollout({
        phase: 'Degraded',
        message: 'ProgressDeadlineExceeded: x',
        aborted: true,
      }),
      'aborted',
    ],
    [
      'knows a refused manifest',
      rollout({ phase: 'Degraded', message: 'InvalidSpec: spec.strategy' }),
      'invalid',
    ],
    [
      'knows a stuck one',
      rollout({ phase: 'Degraded', message: 'ProgressDeadlineExceeded: x' }),
      'degraded',
    ],
    ['never guesses', rollout({ phase: undefined }), 'unknown'],
  ])('%s', (_, row, phase) => {
    expect(rolloutPhase(row).phase).toBe(phase);
  });
});

const blueGreenPause = {
  message: 'BlueGreenPause',
  pauses: [{ reason: 'BlueGreenPause', startedAt: WAITING_SINCE }],
};
const blueGreen = (autoPromotionSeconds?: number) => ({
  strategy: {
    kind: 'blueGreen' as const,
    autoPromotes: autoPromotionSeconds !== undefined,
    ...(autoPromotionSeconds !== undefined && { autoPromotionSeconds }),
  },
});

describe('waitOf', () => {
  it.each<[string, RolloutRow, ReturnType<typeof waitOf>]>([
    [
      'a person, at a pause without an end',
      rollout(),
      { for: 'person', why: 'step', since: WAITING_SINCE },
    ],
    [
      'the clock, at a pause with one',
      rollout({ currentStepIndex: 1 }),
      { for: 'clock', since: WAITING_SINCE, milliseconds: 300_000 },
    ],
    [
      'the clock, at a switch of blue and green that comes by itself',
      rollout(blueGreenPause, blueGreen(1800)),
      { for: 'clock', since: WAITING_SINCE, milliseconds: 1_800_000 },
    ],
    [
      'a person, at a switch of blue and green that does not',
      rollout(blueGreenPause, blueGreen()),
      { for: 'person', why: 'step', since: WAITING_SINCE },
    ],
    [
      'a person, when the analysis is undecided',
      rollout({
        pauses: [
          { reason: 'InconclusiveAnalysisRun', startedAt: WAITING_SINCE },
        ],
      }),
      { for: 'person', why: 'inconclusive', since: WAITING_SINCE },
    ],
    [
      'a person, when paused by hand',
      rollout({ pauses: [], controllerPause: false }, { specPaused: true }),
      { for: 'person', why: 'byHand' },
    ],
    ['nothing, when it serves', promoted(), { for: 'nothing' }],
  ])('for %s', (_, row, wait) => {
    expect(waitOf(row)).toEqual(wait);
  });
});

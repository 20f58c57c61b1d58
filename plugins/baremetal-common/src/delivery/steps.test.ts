import type { RolloutRow } from '../kube';
import {
  failedRun,
  NOW,
  promoted,
  rollout,
  run,
  set,
} from './__fixtures__/checkout';
import { stepWords, toSteps } from './steps';
import { actualWeight, askedWeight } from './weights';

const states = (row: RolloutRow, runs = [run()]) =>
  toSteps(row, runs, NOW)
    .map(({ state }) => state[0])
    .join('');

describe('toSteps', () => {
  it('shows values, states and the times that are known', () => {
    expect(toSteps(rollout(), [run()], NOW)).toEqual([
      { number: 1, kind: 'setWeight', state: 'done', value: '5 %', note: '' },
      { number: 2, kind: 'pause', state: 'done', value: '5 min', note: '' },
      { number: 3, kind: 'setWeight', state: 'done', value: '20 %', note: '' },
      {
        number: 4,
        kind: 'analysis',
        state: 'done',
        value: 'Analysis',
        note: 'took 15 min',
        startedAt: '2026-11-22T13:47:00Z',
        finishedAt: '2026-11-22T14:02:00Z',
      },
      {
        number: 5,
        kind: 'person',
        state: 'current',
        value: 'Person',
        note: 'for 29 min',
        startedAt: '2026-11-22T14:02:00Z',
      },
      { number: 6, kind: 'setWeight', state: 'next', value: '50 %', note: '' },
      { number: 7, kind: 'pause', state: 'next', value: '10 min', note: '' },
      { number: 8, kind: 'setWeight', state: 'next', value: '80 %', note: '' },
    ]);
  });

  it.each<[string, string, string]>([
    ['promoted', states(promoted()), 'dddddddd'],
    [
      'without an index',
      states(rollout({ currentStepIndex: undefined })),
      'cnnnnnnn',
    ],
    [
      'stuck',
      states(
        rollout({
          phase: 'Degraded',
          message: 'x',
          pauses: [],
          controllerPause: false,
        }),
      ),
      'ddddfnnn',
    ],
    [
      'aborted by analysis, although the index is back at 0',
      states(
        rollout({ phase: 'Degraded', aborted: true, currentStepIndex: 0 }),
        [failedRun()],
      ),
      'dddfnnnn',
    ],
    [
      'aborted by hand: nobody knows where',
      states(
        rollout({ phase: 'Degraded', aborted: true, currentStepIndex: 0 }),
      ),
      'nnnnnnnn',
    ],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected);
  });

  it('counts what is done', () => {
    expect(stepWords(toSteps(rollout(), [], NOW))).toBe('4 of 8 steps done');
    expect(stepWords(toSteps(promoted(), [], NOW))).toBe('all steps done');
    expect(stepWords([])).toBe('');
  });
});

describe('weights', () => {
  it.each<[string, RolloutRow, number]>([
    ['the last weight at or before the step', rollout(), 20],
    [
      'nothing before the first',
      rollout(
        { currentStepIndex: 0 },
        {
          strategy: {
            ...rollout().strategy,
            steps: [{ kind: 'pause' }],
          } as RolloutRow['strategy'],
        },
      ),
      0,
    ],
    ['everything past the last step', rollout({ currentStepIndex: 8 }), 100],
    ['nothing when aborted', rollout({ aborted: true }), 0],
  ])('asks for %s', (_, row, weight) => {
    expect(askedWeight(row)).toBe(weight);
  });

  it.each<
    [string, RolloutRow, ReturnType<typeof set> | undefined, number | undefined]
  >([
    ['pods without a router', rollout(), set('next'), 20],
    [
      'nothing when no pod is available',
      rollout({ availableReplicas: 0 }),
      set('next'),
      0,
    ],
    ['unknown without the replica set', rollout(), undefined, undefined],
    [
      'the router where there is one',
      rollout(
        { canaryWeight: 18 },
        {
          strategy: {
            ...rollout().strategy,
            routed: true,
          } as RolloutRow['strategy'],
        },
      ),
      undefined,
      18,
    ],
    [
      'what was asked while the router is silent',
      rollout(
        {},
        {
          strategy: {
            ...rollout().strategy,
            routed: true,
          } as RolloutRow['strategy'],
        },
      ),
      undefined,
      20,
    ],
    ['none once promoted', promoted(), set('next'), undefined],
  ])('measures %s', (_, row, canary, weight) => {
    expect(actualWeight(row, canary)).toBe(weight);
  });
});

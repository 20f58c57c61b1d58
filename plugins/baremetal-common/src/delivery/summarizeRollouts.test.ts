import type { RolloutColumn, RolloutDetail } from '../wire/rolloutView';
import { NOW, promoted, rollout, rows } from './__fixtures__/checkout';
import { summarizeRollouts } from './summarizeRollouts';
import { toRolloutDetails } from './toRolloutDetails';

const column = (
  environment: string,
  value: readonly RolloutDetail[],
): RolloutColumn => ({
  environment,
  cluster: environment,
  reading: { cluster: environment, ok: true, value, observedAt: '' },
});

const details = (...[status, changes]: Parameters<typeof rollout>) =>
  toRolloutDetails(rows({ rollouts: [rollout(status, changes)] }), NOW);
const done = toRolloutDetails(rows({ rollouts: [promoted()] }), NOW);
const moving = { pauses: [], controllerPause: false };

it.each<[string, readonly RolloutDetail[], object]>([
  [
    'under way',
    details({
      ...moving,
      phase: 'Progressing',
      message: 'more replicas need to be updated',
    }),
    {
      tone: 'busy',
      sentence:
        'Stage rolls out 1.9.2, 20 % of the pods so far, 4 of 8 steps done.',
      detail: 'More replicas need to be updated. Dev is healthy on 1.9.2.',
    },
  ],
  [
    'at a pause that ends by itself',
    details({ currentStepIndex: 1 }),
    {
      tone: 'wait',
      sentence:
        'Stage pauses for 29 min: 1.9.2, 20 % of the pods so far, 1 of 8 steps done.',
      detail: 'It goes on by itself. Dev is healthy on 1.9.2.',
    },
  ],
  [
    // It once was said to wait for a person, whatever its manifest said of the time.
    'at a switch of blue and green that comes by itself',
    details(
      {
        message: 'BlueGreenPause',
        pauses: [
          { reason: 'BlueGreenPause', startedAt: '2026-11-22T14:02:00Z' },
        ],
      },
      {
        strategy: {
          kind: 'blueGreen',
          autoPromotes: true,
          autoPromotionSeconds: 2700,
        },
      },
    ),
    {
      tone: 'wait',
      sentence: 'Stage pauses for 29 min: 1.9.2.',
      detail: 'It goes on by itself in 16 min. Dev is healthy on 1.9.2.',
    },
  ],
  [
    'aborted by hand',
    details({
      ...moving,
      phase: 'Degraded',
      aborted: true,
      message: 'RolloutAborted: Rollout aborted update to revision 2.',
    }),
    {
      tone: 'bad',
      sentence:
        'Stage aborted 1.9.2: Rollout aborted update to revision 2; 1.8.0 serves everything.',
      detail:
        'The cluster is asked for 1.9.2 until somebody reverts it in Git or retries. Dev is healthy on 1.9.2.',
    },
  ],
  [
    'stuck',
    details({
      ...moving,
      phase: 'Degraded',
      message:
        'ProgressDeadlineExceeded: ReplicaSet "x" has timed out progressing.',
    }),
    {
      tone: 'bad',
      sentence: 'Stage is degraded: ReplicaSet "x" has timed out progressing.',
      detail: 'Dev is healthy on 1.9.2.',
    },
  ],
  [
    'refused',
    details({
      ...moving,
      phase: 'Degraded',
      message: 'InvalidSpec: The Rollout "x" is invalid',
    }),
    {
      tone: 'bad',
      sentence: 'Stage refuses the rollout: The Rollout "x" is invalid.',
      detail:
        '1.8.0 keeps serving; the manifest must be corrected. Dev is healthy on 1.9.2.',
    },
  ],
  [
    'silent about itself',
    details({ ...moving, phase: undefined }),
    {
      tone: 'unknown',
      sentence:
        'Stage: the controller does not say how the rollout of checkout-api goes.',
      detail: 'Dev is healthy on 1.9.2.',
    },
  ],
])('speaks of a rollout that is %s', (_, stage, statement) => {
  expect(
    summarizeRollouts([column('dev', done), column('stage', stage)], NOW),
  ).toEqual(statement);
});

it('sums up what is healthy by version', () => {
  expect(
    summarizeRollouts([column('dev', done), column('stage', done)], NOW),
  ).toEqual({
    tone: 'ok',
    sentence: 'Everything is healthy: dev and stage on 1.9.2.',
  });
});

it('says what is not known, and that nothing is there', () => {
  const problem = {
    kind: 'timedOut' as const,
    message: 'stage does not answer.',
  };
  const gone: RolloutColumn = {
    ...column('stage', []),
    reading: { cluster: 'stage', ok: false, problem },
  };
  expect(summarizeRollouts([column('dev', done), gone], NOW)).toEqual({
    tone: 'unknown',
    sentence: 'Stage is unknown: stage does not answer.',
    detail: 'Dev is healthy on 1.9.2.',
  });
  expect(summarizeRollouts([column('dev', [])], NOW)).toEqual({
    tone: 'unknown',
    sentence: 'Nothing of this service runs yet.',
    detail: 'No workload carries its label in dev.',
  });
});

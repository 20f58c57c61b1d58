import {
  DIGEST,
  failed,
  job,
  jobPod,
  jobRows,
  NOW,
  succeeded,
} from '../delivery/__fixtures__/settlement';
import type { DeliveryRows } from '../delivery/rolloutFacts';
import { assessGates } from './assessGates';
import { candidateOf } from './candidateOf';
import type { Candidate, EnvironmentObservation } from './observation';
import { observeWorkload } from './observeWorkload';
import { promotionState } from './promotionState';

const PINNED = [
  {
    container: 'app',
    image: `registry.example/shop/settlement:1.1.0@${DIGEST}`,
  },
];
const CANDIDATE: Candidate = {
  repository: 'registry.example/shop/settlement',
  tag: '1.1.0',
  digest: DIGEST,
};

const environment = (rows: DeliveryRows): EnvironmentObservation => ({
  environment: 'stage',
  clusters: [
    {
      cluster: 'stage',
      ok: true,
      observedAt: NOW.toISOString(),
      workload: observeWorkload(rows, NOW),
      storage: { known: true, value: undefined },
      room: {
        known: true,
        value: {
          hardwareClass: 'compute',
          neededPods: 1,
          fitsNow: 9,
          fitsAfterNodeLoss: 8,
        },
      },
    },
  ],
});

const pinned = (
  jobs: readonly ReturnType<typeof job>[],
  changedAt = '2026-11-22T09:00:00Z',
) => environment(jobRows({ jobs, cronJob: { images: PINNED, changedAt } }));

/** A run with the pinned image. */
const run = (make: typeof job, ...more: object[]) =>
  make({ images: PINNED, ...Object.assign({}, ...more) });

const VIEWER = { userRef: 'user:default/anna', mayApprove: true };

const gatesOf = (from: EnvironmentObservation) =>
  assessGates({
    now: NOW.getTime(),
    from,
    to: from,
    candidate: CANDIDATE,
    fourEyes: false,
    approvals: [],
    viewer: VIEWER,
  })
    .slice(0, 2)
    .map(({ state, sentence }) => `${state}: ${sentence}`);

const TAKEN = 'passed: sha256:1111…1111 is what runs in stage take.';

it.each<[string, EnvironmentObservation, string]>([
  [
    'a run that succeeded',
    pinned([run(succeeded)]),
    'passed: The job in stage ran 1.1.0 12 h ago: it succeeded and took 41 s.',
  ],
  [
    'no run yet',
    pinned([]),
    'unknown: The job in stage last succeeded 12 h ago, but none of its runs is kept.',
  ],
  [
    'only a run of another image',
    pinned([succeeded({ tag: '1.0.0' })]),
    'warning: The job in stage has not run 1.1.0 yet; 1.0.0 succeeded 12 h ago. Does not stop the merge.',
  ],
  [
    'a run under way',
    pinned([run(job, { startedAt: '2026-11-22T14:30:00Z' })]),
    'pending: The job in stage has been running 1.1.0 for 1 min.',
  ],
  [
    'a run that failed',
    pinned([failed('DeadlineExceeded', { images: PINNED })]),
    'failed: The job in stage failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may.',
  ],
])('judges a source by its last run: %s', (_, from, first) => {
  expect(gatesOf(from)).toEqual([first, TAKEN]);
});

it('promotes the digest that runs reported, when the manifest pins none', () => {
  const silent = environment(jobRows());
  expect(candidateOf(silent)).toEqual({
    found: false,
    why: 'No pod in stage has said which digest it runs',
  });
  expect(gatesOf(silent)[1]).toBe(
    'pending: No run in stage has said which digest 1.1.0 is, and its manifest does not pin one.',
  );
  expect(
    candidateOf(
      environment(jobRows({ pods: [jobPod({ phase: 'Succeeded' })] })),
    ),
  ).toEqual({ found: true, candidate: CANDIDATE });
});

const mergedInto = (to: EnvironmentObservation) => {
  const { state, status, unmet, verdict } = promotionState({
    gates: [],
    candidate: CANDIDATE,
    to,
    change: {
      state: 'merged',
      headCommit: 'a',
      ownHead: 'a',
      mergeable: 'unknown',
    },
    approvals: [],
    fourEyes: false,
    requestedBy: 'user:default/anna',
    viewer: VIEWER,
    approvers: 'Anyone',
  });
  return [state, status.words, unmet || verdict.sentence];
};

it.each<[string, EnvironmentObservation, readonly string[]]>([
  [
    'not applied',
    environment(
      jobRows({
        cronJob: {
          images: [
            {
              container: 'app',
              image: 'registry.example/shop/settlement:1.0.0',
            },
          ],
        },
      }),
    ),
    ['merged', 'Merged', 'Argo CD has not applied 1.1.0 to stage yet.'],
  ],
  [
    'run, but nobody has said with which digest',
    environment(jobRows()),
    [
      'syncing',
      'Syncing',
      'The last run in stage has not said that it ran 1.1.0 as it was promoted.',
    ],
  ],
  [
    'applied, not run',
    pinned([succeeded({ tag: '1.0.0' })]),
    [
      'syncing',
      'Not run yet',
      'The job in stage has not run 1.1.0 yet; 1.0.0 succeeded 12 h ago.',
    ],
  ],
  [
    'running',
    pinned([run(job, { startedAt: '2026-11-22T14:30:00Z' })]),
    [
      'syncing',
      'First run',
      'The job in stage has been running 1.1.0 for 1 min.',
    ],
  ],
  [
    'failed, which the next run may mend',
    pinned([failed('DeadlineExceeded', { images: PINNED })]),
    [
      'aborted',
      'Run failed',
      'The job in stage failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may.',
    ],
  ],
  [
    'succeeded',
    pinned([run(succeeded)]),
    ['verified', 'Verified', 'stage has run 1.1.0, and it succeeded.'],
  ],
])('follows a merged promotion into its target: %s', (_, to, expected) => {
  expect(mergedInto(to)).toEqual(expected);
});

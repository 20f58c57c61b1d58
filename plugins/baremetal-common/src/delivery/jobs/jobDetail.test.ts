import {
  DIGEST,
  failed,
  job,
  jobPod,
  jobRows,
  NOW,
  succeeded,
} from '../__fixtures__/settlement';
import type { DeliveryRows } from '../rolloutFacts';
import { rolloutSentence } from '../summarizeRollouts';
import { toRolloutDetails } from '../toRolloutDetails';

const detailOf = (rows: DeliveryRows) => {
  const [detail] = toRolloutDetails(rows, NOW);
  if (!detail?.job) throw new Error('no job');
  return { ...detail, job: detail.job };
};

const NEXT = 'It runs next in 11 h 59 min.';
const FAILED =
  'What it does was not done; the log of the run tells the owner why.';
const forbidden = {
  known: false,
  problem: {
    kind: 'forbidden' as const,
    message: 'prod does not let us read jobs.',
  },
} as const;

type Row = [
  situation: string,
  rows: DeliveryRows,
  phase: string,
  status: string,
  does: string,
  meaning: string,
];

describe('a scheduled job', () => {
  it.each<Row>([
    [
      'that succeeded',
      jobRows(),
      'healthy',
      'ok: Last run succeeded',
      'ran 1.1.0 12 h ago: it succeeded and took 41 s',
      '',
    ],
    [
      'that never ran',
      jobRows({
        jobs: [],
        cronJob: {
          lastScheduleAt: undefined,
          changedAt: '2026-11-22T09:00:00Z',
        },
      }),
      'notRun',
      'wait: Not run yet',
      'has not run 1.1.0 yet',
      '',
    ],
    [
      'whose image is newer than its last run',
      jobRows({ jobs: [succeeded({ tag: '1.0.0' })] }),
      'notRun',
      'wait: Not run yet',
      'has not run 1.1.0 yet; 1.0.0 succeeded 12 h ago',
      '',
    ],
    [
      'whose image is newer than its last run, which failed',
      jobRows({ jobs: [failed('BackoffLimitExceeded', { tag: '1.0.0' })] }),
      'notRun',
      'wait: Not run yet',
      'has not run 1.1.0 yet; 1.0.0 failed 11 h 58 min ago',
      '',
    ],
    [
      'that runs',
      jobRows({ jobs: [job({ startedAt: '2026-11-22T14:30:00Z' })] }),
      'progressing',
      'busy: Runs',
      'has been running 1.1.0 for 1 min',
      '',
    ],
    [
      'that is tried again',
      jobRows({
        jobs: [job({ startedAt: '2026-11-22T14:30:00Z', failed: 1 })],
      }),
      'progressing',
      'warn: Runs',
      'has been running 1.1.0 for 1 min, at try 2 of at most 3',
      '',
    ],
    [
      'whose pod cannot start',
      jobRows({
        jobs: [job({ startedAt: '2026-11-22T14:30:00Z' })],
        pods: [
          jobPod({
            phase: 'Pending',
            ready: false,
            containers: [
              {
                name: 'app',
                image: 'registry.example/shop/settlement:1.1.0',
                ready: false,
                restarts: 0,
                waiting: { reason: 'ImagePullBackOff' },
              },
            ],
          }),
        ],
      }),
      'degraded',
      'bad: Run is stuck',
      'cannot get its run of 1.1.0 going for 1 min: ImagePullBackOff',
      'What it does is not done; the owner finds the reason in its pod.',
    ],
    [
      'that used up its tries',
      jobRows({
        jobs: [failed('BackoffLimitExceeded')],
        pods: [
          jobPod({
            phase: 'Failed',
            containers: [
              {
                name: 'app',
                image: 'registry.example/shop/settlement:1.1.0',
                ready: false,
                restarts: 0,
                ended: { reason: 'Error', exitCode: 3 },
              },
            ],
          }),
        ],
      }),
      'degraded',
      'bad: Last run failed',
      'failed its last run, with 1.1.0, 11 h 58 min ago: each of its 3 tries failed, the last with exit code 3',
      FAILED,
    ],
    [
      'that may not be tried again',
      jobRows({ jobs: [failed('BackoffLimitExceeded', { retries: 0 })] }),
      'degraded',
      'bad: Last run failed',
      'failed its last run, with 1.1.0, 11 h 58 min ago: it failed and is not tried again',
      FAILED,
    ],
    [
      'that took too long',
      jobRows({ jobs: [failed('DeadlineExceeded')] }),
      'degraded',
      'bad: Last run failed',
      'failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may',
      FAILED,
    ],
    [
      'that is suspended',
      jobRows({ cronJob: { suspended: true } }),
      'healthy',
      'wait: Suspended',
      'is suspended; before, it ran 1.1.0 12 h ago: it succeeded and took 41 s',
      '',
    ],
    [
      'that failed and is suspended',
      jobRows({
        cronJob: { suspended: true },
        jobs: [failed('DeadlineExceeded')],
      }),
      'degraded',
      'bad: Last run failed',
      'failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may',
      FAILED,
    ],
    [
      'that missed a start',
      jobRows({
        cronJob: { lastScheduleAt: '2026-11-21T02:30:00Z' },
        jobs: [
          succeeded({
            startedAt: '2026-11-21T02:30:00Z',
            completedAt: '2026-11-21T02:31:00Z',
          }),
        ],
      }),
      'healthy',
      'warn: Start missed',
      'did not start the run that was due 12 h 1 min ago',
      'The cluster starts runs by itself, so the platform team finds out why it did not.',
    ],
    [
      'whose schedule was changed after the time it names',
      jobRows({
        cronJob: {
          lastScheduleAt: '2026-11-21T02:30:00Z',
          changedAt: '2026-11-22T09:00:00Z',
        },
      }),
      'healthy',
      'ok: Last run succeeded',
      'ran 1.1.0 12 h ago: it succeeded and took 41 s',
      '',
    ],
    [
      'whose runs are not kept',
      jobRows({ jobs: [] }),
      'unknown',
      'unknown: Runs unknown',
      'last succeeded 12 h ago, but none of its runs is kept',
      '',
    ],
    [
      'whose runs may not be read',
      jobRows({ jobs: forbidden }),
      'unknown',
      'unknown: Runs unknown',
      'has runs that cannot be seen: prod does not let us read jobs.',
      '',
    ],
    [
      'whose schedule nobody reads',
      jobRows({ cronJob: { schedule: '@every 1h' } }),
      'healthy',
      'ok: Last run succeeded',
      'ran 1.1.0 12 h ago: it succeeded and took 41 s',
      '',
    ],
  ])('%s', (_, rows, phase, status, does, meaning) => {
    const detail = detailOf(rows);
    expect({
      phase: detail.phase,
      status: `${detail.status.tone}: ${detail.status.words}`,
      does: detail.job.does,
      meaning: detail.job.meaning,
    }).toEqual({ phase, status, does, meaning });
  });

  it('shows its schedule and its runs, newest first', () => {
    const {
      job: view,
      stable,
      pods,
    } = detailOf(
      jobRows({
        jobs: [
          failed('DeadlineExceeded', {
            uid: 'uid-old',
            name: 'settlement-old',
            tag: '1.0.0',
            startedAt: '2026-11-21T02:30:00Z',
            byHand: true,
          }),
          succeeded(),
        ],
        pods: [jobPod({ phase: 'Succeeded' })],
      }),
    );
    const image = 'registry.example/shop/settlement';
    expect(stable).toEqual({ text: '1.1.0', image, digest: DIGEST });
    expect(pods).toEqual([]);
    expect(view).toMatchObject({
      schedule: '30 2 * * *',
      timeZone: 'Etc/UTC',
      suspended: false,
      nextRunAt: '2026-11-23T02:30:00.000Z',
    });
    expect(view.runs).toEqual({
      known: true,
      value: [
        {
          name: 'settlement-29870550',
          version: { text: '1.1.0', image, digest: DIGEST },
          startedAt: '2026-11-22T02:30:00Z',
          finishedAt: '2026-11-22T02:30:41Z',
          byHand: false,
          outcome: { tone: 'ok', words: 'Succeeded' },
          why: '',
        },
        {
          name: 'settlement-old',
          version: { text: '1.0.0', image },
          startedAt: '2026-11-21T02:30:00Z',
          finishedAt: '2026-11-22T02:33:00Z',
          byHand: true,
          outcome: { tone: 'bad', words: 'Failed' },
          why: 'it took longer than the 30 min that it may',
        },
      ],
    });
  });

  it.each([
    ['in time', {}, NEXT],
    [
      'suspended',
      { suspended: true },
      'No run starts until its suspension is taken back in Git.',
    ],
    [
      'by a schedule that nobody reads',
      { schedule: '@every 1h' },
      'When it runs next is not known: its schedule is @every 1h.',
    ],
  ])('says when it runs next: %s', (_, cronJob, next) => {
    expect(detailOf(jobRows({ cronJob })).job.next).toBe(next);
  });

  it.each([
    [jobRows(), 'ok', 'Succeeded 12 h ago', 'took 41 s'],
    [
      jobRows({ jobs: [failed('DeadlineExceeded')] }),
      'bad',
      'Failed 11 h 58 min ago',
      'it took longer than the 30 min that it may',
    ],
    [
      jobRows({ jobs: [succeeded({ tag: '1.0.0' })] }),
      'wait',
      'None with 1.1.0 yet',
      '1.0.0 succeeded 12 h ago',
    ],
    [
      jobRows({ cronJob: { suspended: true } }),
      'ok',
      'Succeeded 12 h ago',
      'took 41 s',
    ],
    [
      jobRows({ jobs: forbidden }),
      'unknown',
      'Not known',
      'prod does not let us read jobs.',
    ],
  ])('says its last run in few words', (rows, tone, value, note) => {
    expect(detailOf(rows).job.last).toEqual({ tone, value, note });
  });

  it('says it as a sentence', () => {
    expect(rolloutSentence(detailOf(jobRows()), 'prod', NOW)).toEqual({
      tone: 'ok',
      sentence:
        'Prod: settlement ran 1.1.0 12 h ago: it succeeded and took 41 s.',
      detail: NEXT,
    });
  });
});

import type {
  JobView,
  RolloutDetail,
  ServiceOverview,
  ServiceRollouts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { v180, v192 } from './identity';
import { overview } from './overview';
import { rollouts } from './rollouts';
import { ago, NOW } from './time';

const inHours = (hours: number) =>
  new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();

/** Ran well in the night, failed the night before. */
export const nightly: JobView = {
  schedule: '30 4 * * *',
  timeZone: 'Etc/UTC',
  suspended: false,
  nextRunAt: inHours(5),
  runs: {
    known: true,
    value: [
      {
        name: 'settlement-2',
        version: v192,
        startedAt: ago(180, 'min'),
        finishedAt: ago(178, 'min'),
        byHand: false,
        outcome: { tone: 'ok', words: 'Succeeded' },
        why: '',
      },
      {
        name: 'settlement-1',
        version: v180,
        startedAt: ago(1620, 'min'),
        finishedAt: ago(1590, 'min'),
        byHand: true,
        outcome: { tone: 'bad', words: 'Failed' },
        why: 'it took longer than the 30 min that it may',
      },
    ],
  },
  does: 'ran 1.9.2 2 h 58 min ago: it succeeded and took 2 min',
  meaning: '',
  last: { tone: 'ok', value: 'Succeeded 2 h 58 min ago', note: 'took 2 min' },
  next: 'It runs next in 5 h.',
};

export const jobDetail = (
  job: JobView,
  status: RolloutDetail['status'] = { tone: 'ok', words: 'Last run succeeded' },
): RolloutDetail => ({
  kind: 'CronJob',
  name: 'settlement',
  namespace: 'settlement-dev',
  phase: 'healthy',
  status,
  message: job.does,
  stable: v192,
  weightIs: 'pods',
  steps: [],
  stepWords: '',
  analyses: [],
  weights: [],
  pods: [],
  revisions: [],
  guard: [],
  verbs: [],
  job,
});

export const jobRollouts = (detail: RolloutDetail): ServiceRollouts => ({
  ...rollouts,
  environments: [
    {
      environment: 'dev',
      cluster: 'dev',
      reading: {
        cluster: 'dev',
        ok: true,
        value: [detail],
        observedAt: ago(3, 's'),
      },
    },
  ],
});

export const jobOverview = (job: JobView): ServiceOverview => ({
  ...overview,
  environments: [
    {
      environment: 'dev',
      cluster: 'dev',
      reading: {
        cluster: 'dev',
        ok: true,
        observedAt: ago(3, 's'),
        value: {
          deployed: true,
          state: {
            namespace: 'settlement-dev',
            status: { tone: 'ok', words: 'Last run succeeded' },
            version: v192,
            pods: { tone: 'ok', value: 'None now', note: '', cells: [] },
            rollout: job.last,
            job,
            storage: {
              known: true,
              value: { tone: 'ok', value: 'No data', note: '' },
            },
            capacity: {
              known: true,
              value: { tone: 'ok', value: 'Fits 14 more', note: '' },
            },
          },
        },
      },
    },
  ],
  hops: [],
});

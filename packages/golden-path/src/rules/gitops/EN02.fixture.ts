import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a job without a schedule',
    answers: { archetype: 'job' },
    expect: 'resolved',
    says: /runs at "0 3 \* \* \*" \(Etc\/UTC\)/,
  },
  {
    title: 'a schedule of a service',
    answers: { job: { schedule: '0 4 * * *' } },
    expect: 'warning',
    says: /a service runs all the time/,
    path: 'job',
  },
  {
    title: 'a job that keeps files per replica',
    answers: {
      archetype: 'job',
      data: { shape: 'ownFiles' },
      environments: environments({ storageClass: 'lvm-thin', size: '1Gi' }),
    },
    expect: 'error',
    says: /a job has no replicas/,
    path: 'data.shape',
  },
  {
    title: 'a job that is scaled',
    answers: { archetype: 'job', scaling: { kind: 'hpa' } },
    expect: 'warning',
    says: /so none is made/,
    path: 'scaling',
  },
  {
    title: 'a worker that is scaled by latency',
    answers: {
      archetype: 'worker',
      scaling: { kind: 'keda', triggers: [{ type: 'latency', p95Ms: 100 }] },
    },
    expect: 'error',
    says: /a worker answers no requests/,
    path: 'scaling.triggers',
  },
  {
    title: 'more pods at eight than are ever allowed',
    answers: {
      scaling: {
        kind: 'keda',
        triggers: [
          { type: 'cron', start: '0 8 * * *', end: '0 9 * * *', replicas: 20 },
        ],
      },
    },
    expect: 'warning',
    says: /there are to be 20 pods, and at most 15 are allowed in dev/,
  },
  {
    title: 'a most number of pods without a scaler',
    answers: { environments: environments({ maxReplicas: 9 }) },
    expect: 'info',
    says: /nothing scales/,
  },
  {
    title: 'a job that is to arrive by blue/green',
    answers: { archetype: 'job', delivery: { strategy: 'blueGreen' } },
    expect: 'warning',
    says: /A job has no arrival of a new version \(blueGreen\)/,
    path: 'delivery.strategy',
  },
  {
    title: 'a job that is never to be without a pod',
    answers: { archetype: 'job', slo: { zeroDowntime: true } },
    expect: 'warning',
    says: /a job has none between its runs/,
    path: 'slo.zeroDowntime',
  },
  {
    title: 'requests of a worker',
    answers: { archetype: 'worker', slo: { expectedRps: 40 } },
    expect: 'info',
    says: /a worker answers no requests/,
    path: 'slo.expectedRps',
  },
  {
    title: 'snapshots of nothing',
    answers: { snapshots: {} },
    expect: 'warning',
    says: /nothing to take a snapshot of/,
    path: 'snapshots',
  },
];

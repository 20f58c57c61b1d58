import { editYaml, type RuleFixture } from '../fixture';
import { environments } from '../goodAnswers';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const SHARED = { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' } as const;

export const fixtures: RuleFixture[] = [
  {
    title: 'runs that may overlap, and one writer',
    answers: {
      archetype: 'job',
      job: { schedule: '*/5 * * * *', overlap: 'Allow' },
      data: SHARED,
      environments: KEEPING,
    },
    expect: 'error',
    says: /A run of orders starts while the last one still runs/,
    path: 'job.overlap',
  },
  {
    title: 'a CronJob that says nothing about runs that overlap',
    answers: {
      archetype: 'job',
      job: { schedule: '*/5 * * * *' },
      data: { ...SHARED, accessMode: 'ReadWriteOncePod' },
      environments: KEEPING,
    },
    edit: files =>
      editYaml(files, 'deploy/base/cronjob.yaml', object => {
        delete object.spec.concurrencyPolicy;
      }),
    expect: 'error',
    says: /concurrencyPolicy Allow.*the claim orders-data/,
    path: 'deploy/overlays/dev',
  },
];

import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

export const fixtures: RuleFixture[] = [
  {
    title: 'one claim, written from one node, under a canary',
    answers: {
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
      environments: KEEPING,
    },
    expect: 'error',
    says: /orders-data with ReadWriteOnce, which has one writer/,
    path: 'data.accessMode',
  },
  {
    title: 'the same for one pod',
    answers: {
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOncePod' },
      environments: KEEPING,
    },
    expect: 'error',
    says: /waits for the volume for ever/,
    path: 'data.accessMode',
  },
];

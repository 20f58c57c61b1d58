import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'files shared by all replicas, on a class for one node',
    answers: {
      data: { shape: 'sharedFiles' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    expect: 'error',
    says: /lvm-thin cannot do that/,
    path: 'environments.dev.storageClass',
  },
];

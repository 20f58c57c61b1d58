import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'its own files per replica, with steps of a canary',
    answers: {
      data: { shape: 'ownFiles' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    expect: 'info',
    says: /The steps are not used/,
  },
];

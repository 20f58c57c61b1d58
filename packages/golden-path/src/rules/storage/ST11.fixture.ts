import { environments, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'more than the pools have',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({ storageClass: 'lvm-thin', size: '600Gi' }),
    },
    live: roomy({ largestClaimGi: 500 }),
    expect: 'error',
    says: /with all its copies is 500Gi; 600Gi does not fit/,
    path: 'environments.dev.size',
  },
];

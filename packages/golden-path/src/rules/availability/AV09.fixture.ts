import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'neither a pod more nor a pod less',
    answers: {
      delivery: {
        steps: [{ setWeight: 20 }],
        maxSurge: '0%',
        maxUnavailable: 0,
      },
    },
    expect: 'error',
    says: /so it never changes/,
    refused: { by: 'rollouts', says: /both can not be zero/ },
    path: 'delivery.maxSurge',
  },
];

import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'the deadline ends before a pod can count as good',
    answers: {
      delivery: {
        steps: [{ setWeight: 20 }],
        minReadySeconds: 60,
        progressDeadlineSeconds: 60,
      },
    },
    expect: 'error',
    says: /gives up after 60 s, and a pod counts as good only after 60 s/,
    refused: { by: 'rollouts', says: /must be greater than minReadySeconds/ },
    path: 'delivery.progressDeadlineSeconds',
  },
];

import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'to zero by CPU and memory alone',
    answers: {
      scaling: {
        kind: 'keda',
        toZero: true,
        triggers: [{ type: 'cpu' }, { type: 'memory' }],
      },
      archetype: 'worker',
    },
    expect: 'error',
    says: /follows only what its pods use/,
    path: 'scaling.toZero',
  },
];

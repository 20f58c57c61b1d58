import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an autoscaler by memory over a canary',
    answers: { scaling: { kind: 'hpa', memoryUtilization: 80 } },
    expect: 'warning',
    says: /the pods can climb to 15 and stay there/,
    path: 'scaling',
  },
  {
    title: 'a ScaledObject by memory over a canary',
    answers: {
      scaling: {
        kind: 'keda',
        triggers: [
          { type: 'latency', p95Ms: 200 },
          { type: 'memory', utilization: 70 },
        ],
      },
    },
    expect: 'warning',
    says: /ScaledObject orders follows memory/,
  },
];

import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'more at least than at most',
    answers: {
      environments: environments({ maxReplicas: 3 }),
      scaling: { kind: 'hpa' },
    },
    expect: 'error',
    says: /at least 5 pods and at most 3 in dev/,
    refused: {
      by: 'apiServer',
      says: /must be greater than or equal to `minReplicas`/,
    },
    path: 'environments.dev.maxReplicas',
  },
  {
    title: 'a time of day without a length',
    answers: {
      scaling: {
        kind: 'keda',
        triggers: [
          {
            type: 'cron',
            start: '0 8 * * 1-5',
            end: '0 8 * * 1-5',
            replicas: 8,
          },
        ],
      },
    },
    expect: 'error',
    says: /begins and ends at the same moment/,
    path: 'scaling.triggers',
  },
];

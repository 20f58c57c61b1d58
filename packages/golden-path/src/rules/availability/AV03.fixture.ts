import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'both limits',
    answers: { disruption: { maxUnavailable: 1, minAvailable: 1 } },
    expect: 'error',
    says: /both minAvailable and maxUnavailable/,
    refused: { by: 'apiServer', says: /cannot be both set/ },
    path: 'disruption',
  },
];

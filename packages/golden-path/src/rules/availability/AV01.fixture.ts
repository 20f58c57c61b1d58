import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'all pods must stay',
    answers: { disruption: { minAvailable: 5 } },
    expect: 'error',
    says: /keeps 5 of 5 pods/,
    path: 'disruption.minAvailable',
  },
  {
    title: 'all pods must stay that are always there',
    answers: { disruption: { minAvailable: 5 }, scaling: { kind: 'hpa' } },
    expect: 'error',
    says: /keeps 5 of 5 pods/,
  },
  {
    title: 'none may go',
    answers: { disruption: { maxUnavailable: 0 } },
    expect: 'error',
    says: /lets 0 of 5 pods go/,
    path: 'disruption.maxUnavailable',
  },
];

import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a request every five seconds',
    answers: { slo: { expectedRps: 0.2 } },
    expect: 'warning',
    says: /about 60 in five minutes, so a single failed one is 1.7 % of them/,
    path: 'slo.expectedRps',
  },
  {
    title: 'no requests worth counting',
    answers: { slo: { expectedRps: 0 } },
    expect: 'warning',
    says: /Hardly any requests/,
  },
];

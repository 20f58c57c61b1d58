import { roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'more pods than fit, surge included',
    live: roomy({ fitsNow: 6, fitsAfterNodeLoss: 6 }),
    expect: 'error',
    says: /At most 7 pods of this size run at once in dev, and compute has room for 6/,
    path: 'environments.dev.replicas',
  },
  {
    title: 'they fit until a node is lost',
    live: roomy({ fitsNow: 7, fitsAfterNodeLoss: 5 }),
    expect: 'warning',
    says: /after the loss of a node compute has room for 5 more/,
  },
];

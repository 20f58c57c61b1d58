import { roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'more pods than fit',
    live: roomy({ fitsNow: 4, fitsAfterNodeLoss: 4 }),
    expect: 'error',
    says: /At most 5 pods of this size run at once in dev, and compute has room for 4/,
    path: 'environments.dev.replicas',
  },
  {
    title: 'they fit until a node is lost',
    live: roomy({ fitsNow: 7, fitsAfterNodeLoss: 4 }),
    expect: 'warning',
    says: /after the loss of a node compute has room for 4 more/,
  },
];

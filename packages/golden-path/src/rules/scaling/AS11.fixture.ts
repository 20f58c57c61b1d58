import { environments, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const STORE = {
  data: { shape: 'storeBeside' } as const,
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
};

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
  {
    title: 'they fit until production loses a power domain',
    live: roomy({ fitsAfterDomainLoss: 4 }),
    expect: 'warning',
    says: /At most 5 pods .* in prod; after the loss of a power domain compute has room for 4 more/,
    path: 'environments.prod.replicas',
  },
  {
    title: 'pods that fit, and a store that does not',
    answers: STORE,
    live: roomy({ fitsNow: 5, fitsAfterNodeLoss: 5 }),
    expect: 'error',
    says: /At most 5 pods of this size and the store beside them run at once in dev, and compute has room for 5 more/,
  },
  {
    title: 'a store that is larger than the pods',
    answers: {
      ...STORE,
      environments: STORE.environments.map(each => ({
        ...each,
        memory: '128Mi',
      })),
    },
    live: roomy({ fitsNow: 6, fitsAfterNodeLoss: 6 }),
    expect: 'error',
    says: /the store beside them, as large as 2 of them, run at once/,
  },
];

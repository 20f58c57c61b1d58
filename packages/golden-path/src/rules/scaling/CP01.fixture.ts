import { environments, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'blue/green without room for a second version',
    answers: {
      delivery: {
        strategy: 'blueGreen',
        blueGreen: { autoPromotionSeconds: 60 },
      },
    },
    live: roomy({ fitsNow: 8, fitsAfterNodeLoss: 6 }),
    expect: 'error',
    says: /5 pods and up to 5 more run at once: 10 × 250m and 256Mi are 2\.5 CPUs and 2\.5Gi\. compute has room for 8 more pods/,
    path: 'environments.dev.replicas',
  },
  {
    title: 'a surge that does not fit',
    live: roomy({ fitsNow: 6, fitsAfterNodeLoss: 6 }),
    expect: 'error',
    says: /5 pods and up to 2 more run at once: 7 ×/,
  },
  {
    title: 'a surge that fits until a node is lost',
    live: roomy({ fitsNow: 7, fitsAfterNodeLoss: 5 }),
    expect: 'warning',
    says: /After the loss of a node compute has room for 5 more pods/,
  },
  {
    title: 'a surge in production that fits until a power domain is lost',
    live: roomy({ fitsAfterDomainLoss: 5 }),
    expect: 'warning',
    says: /in prod, 5 pods .* After the loss of a power domain compute has room for 5 more pods/,
    path: 'environments.prod.replicas',
  },
  {
    title: 'a surge that does not fit beside the store',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    live: roomy({ fitsNow: 7, fitsAfterNodeLoss: 7 }),
    expect: 'error',
    says: /5 pods, the store beside them and up to 2 more run at once: 7 × 250m and 256Mi, and 250m and 256Mi for the store, are 2 CPUs and 2Gi\. compute has room for 7/,
  },
  {
    title: 'an old version that is to shrink without a router',
    answers: {
      delivery: { steps: [{ setWeight: 20 }], dynamicStableScale: true },
    },
    expect: 'resolved',
    says: /without one it is not used/,
  },
];

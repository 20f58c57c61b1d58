import { environments, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const store = { data: { shape: 'storeBeside' } } as const;

export const fixtures: RuleFixture[] = [
  {
    title: 'a class that the platform does not offer',
    answers: {
      ...store,
      environments: environments({ storageClass: 'lvm-fat', size: '10Gi' }),
    },
    expect: 'error',
    says: /"lvm-fat", which the platform does not offer/,
    path: 'environments.dev.storageClass',
  },
  {
    title: 'no class at all',
    answers: { ...store, environments: environments({ size: '10Gi' }) },
    expect: 'error',
    says: /on which storage class in dev/,
    path: 'environments.dev.storageClass',
  },
  {
    title: 'a configured class that the cluster does not have',
    answers: {
      ...store,
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    live: roomy({ storageClasses: ['lvm-thick-r3'] }),
    expect: 'error',
    says: /The cluster of dev has no storage class lvm-thin/,
  },
];

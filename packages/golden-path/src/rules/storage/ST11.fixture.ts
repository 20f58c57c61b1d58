import { environments, PLATFORM, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'more than the pools have',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({ storageClass: 'lvm-thin', size: '600Gi' }),
    },
    live: roomy({ largestClaimGi: 500 }),
    expect: 'error',
    says: /with all its copies is 500Gi; 600Gi does not fit/,
    path: 'environments.dev.size',
  },
  {
    title: 'snapshots that reserve as much as their volume',
    answers: {
      data: { shape: 'storeBeside' },
      snapshots: { keep: 7 },
      environments: environments({
        storageClass: 'lvm-thick-r3',
        size: '100Gi',
      }),
    },
    platform: {
      storageClasses: PLATFORM.storageClasses.map(each => ({
        ...each,
        snapshots: true,
      })),
    },
    live: roomy({ largestClaimGi: 500 }),
    expect: 'error',
    says: /800Gi does not fit \(100Gi, and as much again for each of 7 snapshots/,
  },
  {
    title: 'a further claim that is larger than the first',
    answers: {
      data: {
        shape: 'ownFiles',
        furtherClaims: [{ name: 'wal', mountPath: '/wal', size: '600Gi' }],
      },
      environments: environments({ storageClass: 'lvm-thin', size: '1Gi' }),
    },
    live: roomy({ largestClaimGi: 500 }),
    expect: 'error',
    says: /600Gi does not fit/,
  },
  {
    title: 'pods of two versions, each with its scratch',
    answers: {
      data: { shape: 'scratch' },
      environments: environments({ storageClass: 'lvm-thin', size: '100Gi' }),
    },
    live: roomy({ largestClaimGi: 500 }),
    expect: 'warning',
    says: /there are 7 claims on lvm-thin in dev, 700Gi in all/,
  },
];

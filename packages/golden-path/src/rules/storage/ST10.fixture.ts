import { environments, PLATFORM, roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'three copies, two power domains',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({
        storageClass: 'lvm-thick-r3',
        size: '10Gi',
      }),
    },
    live: roomy({ domains: ['pdu-a', 'pdu-b'] }),
    expect: 'error',
    says: /3 copies in different power domains, and dev has disks for it in 2/,
  },
  {
    title: 'three copies, two power domains, and a class of two copies',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({
        storageClass: 'lvm-thick-r3',
        size: '10Gi',
      }),
    },
    platform: {
      storageClasses: PLATFORM.storageClasses.filter(({ rwx }) => !rwx),
    },
    live: roomy({ domains: ['pdu-a', 'pdu-b'] }),
    expect: 'error',
    says: /and dev has disks for it in 2/,
  },
];

import { environments, PLATFORM } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'three copies of what is tried out',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({
        storageClass: 'lvm-thick-r3',
        size: '10Gi',
      }),
    },
    expect: 'warning',
    says: /in dev is on lvm-thick-r3, which keeps 3 copies/,
    path: 'environments.dev.storageClass',
  },
  {
    title: 'three copies, and one class that keeps fewer',
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
    expect: 'warning',
    says: /in dev is on lvm-thick-r3/,
  },
];

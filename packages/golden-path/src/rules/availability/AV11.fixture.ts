import { roomy } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a class that the platform does not have',
    answers: { hardwareClass: 'quantum' },
    expect: 'error',
    says: /no hardware class "quantum"/,
    path: 'hardwareClass',
  },
  {
    title: 'a class without a machine',
    answers: { hardwareClass: 'storage-heavy' },
    live: roomy({}),
    expect: 'error',
    says: /dev has no machine of the class storage-heavy/,
  },
  {
    title: 'a pod larger than every machine',
    live: roomy({ cpuMillis: 200 }),
    expect: 'error',
    says: /asks for 250m of CPU, and the largest machine of compute in dev has 200m/,
    path: 'environments.dev.cpu',
  },
];

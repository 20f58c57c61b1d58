import { environments, PLATFORM } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const base = {
  answers: {
    data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
    delivery: { strategy: 'rolling' },
    environments: environments({
      replicas: 1,
      storageClass: 'lvm-thin',
      size: '10Gi',
    }),
  },
  // One pod is refused in production anyway.
  platform: {
    environments: PLATFORM.environments.map(each => ({
      ...each,
      production: false,
    })),
  },
} as const;

export const fixtures: RuleFixture[] = [
  {
    ...base,
    title: 'no downtime, and one volume for old and new',
    answers: { ...base.answers, slo: { zeroDowntime: true } },
    expect: 'error',
    says: /No moment without a pod is promised/,
    path: 'slo.zeroDowntime',
  },
  {
    ...base,
    title: 'three nines, and one volume for old and new',
    answers: { ...base.answers, slo: { availability: 0.999 } },
    expect: 'error',
    says: /An availability of 0.999 is promised/,
    path: 'slo.availability',
  },
];

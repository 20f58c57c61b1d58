import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an environment that the platform does not have',
    answers: {
      environments: [
        ...environments(),
        { name: 'moon', replicas: 5, cpu: '1', memory: '1Gi' },
      ],
    },
    expect: 'error',
    says: /no environment "moon"/,
    path: 'environments.moon',
  },
  {
    title: 'one environment twice',
    answers: { environments: [...environments(), ...environments()] },
    expect: 'error',
    says: /dev is answered more than once/,
  },
];

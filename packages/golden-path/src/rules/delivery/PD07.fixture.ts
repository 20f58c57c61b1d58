import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a tenth of three pods',
    answers: {
      delivery: { steps: [{ setWeight: 10 }, { pause: {} }] },
      environments: environments({ replicas: 3 }),
    },
    expect: 'warning',
    says: /10 % of 3 pods in prod is less than one pod/,
    path: 'delivery.steps',
  },
  {
    title: 'the same where nothing is at stake',
    answers: {
      environments: environments().map(environment =>
        environment.name === 'dev'
          ? { ...environment, replicas: 2 }
          : environment,
      ),
    },
    expect: 'info',
    says: /less than one pod in dev \(there it is about 33 %\)/,
  },
];

import { roomy } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'fewer power domains than asked for, by hand',
    live: roomy({ domains: ['pdu-a', 'pdu-b'] }),
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.topologySpreadConstraints[0].minDomains = 3;
      }),
    expect: 'error',
    says: /strictly over at least 3 power domains, and compute in prod has only 2: 3 of them stay pending/,
  },
  {
    title: 'one power domain',
    live: roomy({ domains: ['pdu-a'] }),
    expect: 'warning',
    says: /all 5 pods go down with it/,
  },
  {
    title: 'no power domain at all',
    live: roomy({ domains: [] }),
    expect: 'error',
    says: /compute in prod has none: 5 of them stay pending/,
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'two strategies',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.strategy.blueGreen = { activeService: 'orders' };
      }),
    expect: 'error',
    says: /both a canary and a blue\/green strategy/,
    refused: { by: 'rollouts', says: /Multiple Strategies can not be listed/ },
  },
  {
    title: 'none',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.strategy = {};
      }),
    expect: 'error',
    says: /has no strategy/,
    refused: {
      by: 'rollouts',
      says: /missing field '\.spec\.strategy\.canary or/,
    },
  },
  {
    title: 'an analysis that nothing waits for',
    answers: { delivery: { strategy: 'rolling', analysis: {} } },
    expect: 'info',
    says: /the analysis is not used/,
    path: 'delivery.analysis',
  },
];

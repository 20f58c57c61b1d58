import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a router, and no canary Service',
    answers: { exposure: { kind: 'ingressNginx' } },
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        delete object.spec.strategy.canary.canaryService;
      }),
    expect: 'error',
    says: /without both a stable and a canary Service/,
    refused: { by: 'rollouts', says: /must to be set to use Traffic Routing/ },
  },
  {
    title: 'one Service twice',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.strategy.canary.canaryService = 'orders-stable';
      }),
    expect: 'error',
    says: /names orders-stable as its stable and as its canary/,
    refused: { by: 'rollouts', says: /same service for the stable and canary/ },
  },
];

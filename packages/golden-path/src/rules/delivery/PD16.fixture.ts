import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'ingress-nginx, asked for',
    answers: { exposure: { kind: 'ingressNginx' } },
    expect: 'warning',
    says: /ingress-nginx was retired/,
    path: 'exposure.kind',
  },
  {
    title: 'ingress-nginx, put in later',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', rollout => {
        rollout.spec.strategy.canary.trafficRouting = {
          nginx: { stableIngress: 'orders' },
        };
      }),
    expect: 'warning',
    says: /ingress-nginx was retired/,
  },
];

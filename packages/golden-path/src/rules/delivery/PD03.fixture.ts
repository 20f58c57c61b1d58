import { editYaml, type RuleFixture } from '../fixture';

const NGINX = { exposure: { kind: 'ingressNginx' } } as const;

const withRouting = (nginx: unknown) => (files: Map<string, string>) =>
  editYaml(files, 'deploy/base/rollout.yaml', rollout => {
    rollout.spec.strategy.canary.trafficRouting = { nginx };
  });

export const fixtures: RuleFixture[] = [
  {
    title: 'no Ingress named',
    answers: NGINX,
    edit: withRouting({ annotationPrefix: 'nginx.ingress.kubernetes.io' }),
    expect: 'error',
    says: /names no Ingress of its stable version/,
    refused: { by: 'rollouts', says: /Neither are configured/ },
  },
  {
    title: 'an Ingress named twice',
    answers: NGINX,
    edit: withRouting({
      stableIngress: 'orders',
      stableIngresses: ['orders'],
    }),
    expect: 'error',
    says: /in stableIngress and in stableIngresses/,
    refused: { by: 'rollouts', says: /Both are configured/ },
  },
  {
    title: 'an Ingress that does not exist',
    answers: NGINX,
    edit: withRouting({ stableIngresses: ['orders', 'orders-admin'] }),
    expect: 'error',
    says: /Ingress orders-admin, which does not exist/,
    refused: { by: 'rollouts', says: /\"orders-admin\" not found/ },
  },
  {
    title: 'an Ingress that leads elsewhere',
    answers: NGINX,
    edit: files =>
      editYaml(files, 'deploy/base/ingress.yaml', ingress => {
        ingress.spec.rules[0].http.paths[0].backend.service.name = 'orders';
      }),
    expect: 'error',
    says: /Ingress orders has no rule that leads to orders-stable/,
    refused: { by: 'rollouts', says: /no rules using service orders-stable/ },
  },
];

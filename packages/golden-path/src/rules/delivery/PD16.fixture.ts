import { addToBase, editYaml, type RuleFixture } from '../fixture';

const INGRESS = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'orders' },
  spec: {
    rules: [
      {
        host: 'orders.example.com',
        http: {
          paths: [
            {
              path: '/',
              pathType: 'Prefix',
              backend: { service: { name: 'orders-stable' } },
            },
          ],
        },
      },
    ],
  },
};

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
    edit: files => {
      addToBase(files, 'ingress.yaml', INGRESS);
      editYaml(files, 'deploy/base/rollout.yaml', rollout => {
        rollout.spec.strategy.canary.trafficRouting = {
          nginx: { stableIngress: 'orders' },
        };
      });
    },
    expect: 'warning',
    says: /ingress-nginx was retired/,
  },
  {
    title: 'an Ingress with settings for it',
    edit: files =>
      addToBase(files, 'ingress.yaml', {
        ...INGRESS,
        metadata: {
          ...INGRESS.metadata,
          annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
        },
      }),
    expect: 'warning',
    says: /ingress-nginx was retired/,
  },
];

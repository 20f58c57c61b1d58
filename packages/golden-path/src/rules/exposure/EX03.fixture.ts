import { editYaml, type RuleFixture } from '../fixture';

const GATEWAY = { exposure: { kind: 'gatewayApi' } } as const;
const ROUTE = 'deploy/base/httproute.yaml';

export const fixtures: RuleFixture[] = [
  {
    title: 'a route without the new version',
    answers: GATEWAY,
    edit: files =>
      editYaml(files, ROUTE, route => {
        route.spec.rules[0].backendRefs.pop();
      }),
    expect: 'error',
    says: /no rule with both orders-stable and orders-canary/,
  },
  {
    title: 'a route of another name',
    answers: GATEWAY,
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', rollout => {
        const { plugins } = rollout.spec.strategy.canary.trafficRouting;
        plugins['argoproj-labs/gatewayAPI'].httpRoute = 'orders-old';
      }),
    expect: 'error',
    says: /HTTPRoute orders-old, which does not exist/,
  },
  {
    title: 'a route of another namespace',
    answers: GATEWAY,
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/patch-routing.yaml', patch => {
        patch[0].value = 'orders-stage';
      }),
    expect: 'error',
    says: /in the namespace orders-stage, and the route is in orders-prod/,
  },
  {
    title: 'a route to a Service that is gone',
    answers: { ...GATEWAY, delivery: { strategy: 'rolling' } },
    edit: files =>
      editYaml(files, ROUTE, route => {
        route.spec.rules[0].backendRefs[0].name = 'orders-old';
      }),
    expect: 'error',
    says: /leads to orders-old, which is no Service/,
  },
  {
    title: 'a route for every host',
    answers: GATEWAY,
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.patches = value.patches.filter(
          ({ path }: { path: string }) => path !== 'patch-exposure.yaml',
        );
      }),
    expect: 'error',
    says: /no host name in prod, so it takes the requests of every other/,
  },
];

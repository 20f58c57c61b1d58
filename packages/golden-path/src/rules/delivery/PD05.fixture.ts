import { editYaml, type RuleFixture } from '../fixture';

const GATEWAY = { exposure: { kind: 'gatewayApi' } } as const;
const NGINX = { exposure: { kind: 'ingressNginx' } } as const;
const HEADER = {
  setHeaderRoute: {
    name: 'ab',
    match: [{ headerName: 'x-try-new', headerValue: { exact: 'always' } }],
  },
};

const withSteps =
  (steps: unknown[], managed: string[] = []) =>
  (files: Map<string, string>) =>
    editYaml(files, 'deploy/base/rollout.yaml', rollout => {
      const { canary } = rollout.spec.strategy;
      canary.steps = steps;
      if (managed.length > 0) {
        canary.trafficRouting.managedRoutes = managed.map(name => ({ name }));
      }
    });

export const fixtures: RuleFixture[] = [
  {
    title: 'a header behind ingress-nginx',
    answers: NGINX,
    edit: withSteps([HEADER], ['ab']),
    expect: 'error',
    says: /Step 1 of Rollout orders sends requests with a header/,
    refused: { by: 'rollouts', says: /SetHeaderRoute requires TrafficRouting/ },
  },
  {
    title: 'a header that no route is kept for',
    answers: GATEWAY,
    edit: withSteps([HEADER]),
    expect: 'error',
    says: /adds the route ab, which managedRoutes does not list/,
    refused: { by: 'rollouts', says: /missing field .*managedRoutes/ },
  },
  {
    title: 'a header compared in two ways',
    answers: GATEWAY,
    edit: withSteps(
      [
        {
          setHeaderRoute: {
            name: 'ab',
            match: [
              {
                headerName: 'x-try-new',
                headerValue: { exact: 'a', regex: 'a.*' },
              },
            ],
          },
        },
      ],
      ['ab'],
    ),
    expect: 'error',
    says: /none or several of exact, prefix and regex/,
    refused: { by: 'rollouts', says: /must have exactly one of/ },
  },
  {
    title: 'mirrored requests',
    answers: GATEWAY,
    edit: withSteps(
      [{ setMirrorRoute: { name: 'mirror', percentage: 10 } }],
      ['mirror'],
    ),
    expect: 'error',
    says: /nothing would be mirrored/,
    refused: {
      by: 'rollouts',
      says: /SetMirrorRoute requires TrafficRouting/,
    },
  },
  {
    title: 'an experiment with a weight behind ingress-nginx',
    answers: NGINX,
    edit: withSteps([
      {
        experiment: {
          templates: [{ name: 'new', specRef: 'canary', weight: 5 }],
        },
      },
    ]),
    expect: 'error',
    says: /gives an experiment a weight/,
    refused: {
      by: 'rollouts',
      says: /Experiment template weight is only available/,
    },
  },
  {
    title: 'a cookie that ingress-nginx does not know',
    answers: {
      ...NGINX,
      delivery: {
        strategy: 'ab',
        ab: { by: 'cookie', name: 'try', value: 'blue' },
      },
    },
    expect: 'error',
    says: /"blue" would never get there/,
    path: 'delivery.ab.value',
  },
];

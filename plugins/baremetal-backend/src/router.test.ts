import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  serviceReadPermission,
  type FitAnswer,
  type NameAnswer,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import express from 'express';
import request from 'supertest';
import {
  baremetalConditions,
  createBaremetalConditionalDecision,
  serviceRules,
} from './authorization/rules';
import { ServiceAuthorizer } from './authorization/ServiceAuthorizer';
import { createRouter } from './router';
import { AuthorizedServices } from './authorization/AuthorizedServices';
import { AuthorizedViews } from './service/AuthorizedViews';
import { ServiceCatalog } from './authorization/ServiceCatalog';

const PLATFORM = { simulated: true } as PlatformFacts;
const FIT: FitAnswer = { environments: [] };

const component = (
  name: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { owner: 'team-payments', system: 'shop' },
});

const entities = [
  component('checkout-api', { 'backstage.io/kubernetes-id': 'checkout' }),
  component('ledger', {
    'backstage.io/kubernetes-id': 'ledger',
    'baremetal.dev/restricted': 'true',
  }),
  component('docs', {}),
];

/** Persona → what the policy of the installation says. */
const POLICY = {
  owner: {
    claims: ['user:default/dana', 'group:default/team-payments'],
    platform: true,
  },
  stranger: {
    claims: ['user:default/tom', 'group:default/team-search'],
    platform: true,
  },
  guest: { claims: [], platform: false },
};

type Persona = keyof typeof POLICY | 'anonymous';

function decide({ claims, platform }: (typeof POLICY)[keyof typeof POLICY]) {
  if (!platform) {
    return { result: AuthorizeResult.DENY } as const;
  }
  return createBaremetalConditionalDecision(serviceReadPermission, {
    anyOf: [
      baremetalConditions.isOwner({ claims }),
      baremetalConditions.isNotRestricted(),
    ],
  });
}

function ask(persona: Persona) {
  const known = persona === 'anonymous' ? POLICY.guest : POLICY[persona];
  const authorizer = new ServiceAuthorizer({
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decide(known)],
      authorize: async () => [
        {
          result: known.platform ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        },
      ],
    }),
    ruleset: {
      getRuleByName: name =>
        Object.values(serviceRules).find(rule => rule.name === name) as never,
    },
  });
  const catalog = new ServiceCatalog({
    catalog: catalogServiceMock({ entities }),
    environments: [
      { name: 'dev', clusters: ['dev'], production: false },
      { name: 'prod', clusters: ['prod-1', 'prod-2'], production: true },
    ],
  });
  const echo = (target: ServiceTarget) => target as never;
  const app = express();
  app.use(
    createRouter({
      httpAuth: mockServices.httpAuth(),
      views: new AuthorizedViews({
        services: new AuthorizedServices(catalog, authorizer),
        authorizer,
        views: {
          overview: echo,
          rollouts: echo,
          storage: echo,
          capacity: echo,
        },
        capacity: { fit: () => FIT },
        names: name => ({ places: [], name } as NameAnswer),
        platform: PLATFORM,
      }),
      more: [],
    }),
  );
  app.use(mockErrorHandler());
  const header =
    persona === 'anonymous'
      ? mockCredentials.none.header()
      : mockCredentials.user.header();
  return {
    get: (path: string) => request(app).get(path).set('authorization', header),
    post: (path: string, body: object) =>
      request(app).post(path).set('authorization', header).send(body),
  };
}

const VIEWS = ['overview', 'rollouts', 'storage', 'capacity'];

describe('who may see what', () => {
  const table: [string, Record<Persona, number>][] = [
    ...VIEWS.map((view): [string, Record<Persona, number>] => [
      `/v1/services/default/checkout-api/${view}`,
      { owner: 200, stranger: 200, guest: 403, anonymous: 401 },
    ]),
    ...VIEWS.map((view): [string, Record<Persona, number>] => [
      `/v1/services/default/ledger/${view}`,
      { owner: 200, stranger: 403, guest: 403, anonymous: 401 },
    ]),
    ['/v1/platform', { owner: 200, stranger: 200, guest: 403, anonymous: 401 }],
    [
      '/v1/names/receipt-api',
      { owner: 200, stranger: 200, guest: 403, anonymous: 401 },
    ],
  ];
  const rows = table.flatMap(([path, expected]) =>
    Object.entries(expected).map(
      ([persona, status]) => [persona as Persona, path, status] as const,
    ),
  );

  it.each(rows)('%s asks %s: %i', async (persona, path, status) => {
    expect((await ask(persona).get(path)).status).toBe(status);
  });

  it.each([
    ['owner', 200, FIT],
    ['stranger', 200, FIT],
    ['guest', 403, expect.objectContaining({ error: expect.anything() })],
    ['anonymous', 401, expect.objectContaining({ error: expect.anything() })],
  ] as const)('%s asks what fits: %i', async (persona, status, body) => {
    const question = {
      environments: [{ environment: 'dev', cpuMillis: 100, memoryBytes: 1 }],
    };
    const response = await ask(persona).post('/v1/fit', question);
    expect(response.status).toBe(status);
    expect(response.body).toEqual(body);
  });

  it('says why a restricted service is refused', async () => {
    const path = '/v1/services/default/ledger/overview';
    const { body } = await ask('stranger').get(path);
    expect(body.error).toMatchObject({
      name: 'NotAllowedError',
      message:
        'You may not see this (baremetal.service.read): ledger is restricted to group:default/team-payments and the platform team',
    });
  });
});

it('finds the service behind the entity', async () => {
  const { body } = await ask('owner').get(
    '/v1/services/default/checkout-api/overview',
  );
  expect(body).toEqual({
    identity: {
      entityRef: 'component:default/checkout-api',
      name: 'checkout-api',
      kubernetesId: 'checkout',
    },
    owner: 'group:default/team-payments',
    system: 'shop',
    restricted: false,
    environments: [
      {
        environment: 'dev',
        cluster: 'dev',
        namespace: 'checkout-dev',
        production: false,
      },
      {
        environment: 'prod',
        cluster: 'prod-1',
        namespace: 'checkout-prod',
        production: true,
      },
      {
        environment: 'prod',
        cluster: 'prod-2',
        namespace: 'checkout-prod',
        production: true,
      },
    ],
    branch: 'main',
    overlays: 'deploy/overlays',
  });
});

it('asks about the name that is in the path', async () => {
  const { body } = await ask('owner').get('/v1/names/receipt-api');
  expect(body).toEqual({ name: 'receipt-api', places: [] });
});

it('answers what is configured', async () => {
  expect((await ask('owner').get('/v1/platform')).body).toEqual(PLATFORM);
});

describe('what is refused', () => {
  it.each([
    [
      'a name that nothing can have',
      '/v1/names/Receipt%20API',
      400,
      expect.stringMatching(/must start with a small letter/),
    ],
    [
      'a service that is not in the catalog',
      '/v1/services/default/ghost/overview',
      404,
      'There is no component:default/ghost in the catalog',
    ],
    [
      'a component that does not run on our clusters',
      '/v1/services/default/docs/rollouts',
      404,
      'component:default/docs carries no annotation backstage.io/kubernetes-id, so nothing is known of where it runs',
    ],
    [
      'a parameter that nobody knows',
      '/v1/services/default/checkout-api/storage?cluster=dev',
      400,
      expect.stringMatching(/Unrecognized key: "cluster"/),
    ],
  ])('%s', async (_, path, status, message) => {
    const response = await ask('owner').get(path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toEqual(message);
  });

  it.each([
    ['no environment', { environments: [] }],
    ['half a pod', { environments: [{ environment: 'dev', cpuMillis: 0.5 }] }],
    ['another form', { pods: 3 }],
  ])('a question of what fits with %s', async (_, question) => {
    const response = await ask('owner').post('/v1/fit', question);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
  });
});

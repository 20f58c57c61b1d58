import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  createCertificates,
  PlatformClock,
  SimulatedCluster,
} from '@baremetal/platform-sim';
import request from 'supertest';
import { setTimeout as sleep } from 'node:timers/promises';
import { baremetalPlugin } from './plugin';
import { adminOf } from './testUtils/adminOf';

const certificates = createCertificates(Date.now());
const clock = PlatformClock.create(Date.now());

let dev: SimulatedCluster;
let prod: SimulatedCluster;
let backend: TestBackend;

const configOf = ({ access }: SimulatedCluster) => ({
  name: access.name,
  url: access.url,
  caData: Buffer.from(access.ca).toString('base64'),
  serviceAccountToken: access.readerToken,
});

beforeAll(async () => {
  [dev, prod] = await Promise.all([
    SimulatedCluster.start({ name: 'dev', clock, certificates }),
    SimulatedCluster.start({ name: 'prod', clock, certificates }),
  ]);
  const admin = adminOf(dev.access);
  await admin.create('/api/v1/namespaces', {
    metadata: { name: 'checkout-api-dev' },
  });
  await admin.create('/apis/apps/v1/namespaces/checkout-api-dev/deployments', {
    metadata: {
      name: 'checkout-api',
      labels: { 'backstage.io/kubernetes-id': 'checkout-api' },
    },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'checkout-api' } },
      template: {
        metadata: { labels: { app: 'checkout-api' } },
        spec: {
          containers: [
            { name: 'app', image: 'registry.example/shop/checkout-api:1.9.2' },
          ],
        },
      },
    },
  });
  prod.faults.setServer({ kind: 'answers', code: 503 });
  backend = await startTestBackend({
    features: [
      baremetalPlugin,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          baremetal: {
            platformTeam: 'group:default/platform',
            environments: [
              { name: 'dev', clusters: ['dev'] },
              { name: 'prod', clusters: ['prod'], production: true },
            ],
            clusters: [configOf(dev), configOf(prod)],
            registry: 'registry.example/shop',
            prometheusAddress: 'http://prometheus.monitoring:9090',
            platformRepo: { owner: 'platform', name: 'gitops' },
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'checkout-api',
              annotations: { 'backstage.io/kubernetes-id': 'checkout-api' },
            },
            spec: { owner: 'team-payments' },
          },
        ],
      }),
    ],
  });
});

afterAll(async () => {
  await backend?.stop();
  await Promise.all([dev.stop(), prod.stop()]);
});

const get = (path: string) =>
  request(backend.server).get(`/api/baremetal/v1${path}`);

it('shows what runs, from real clusters over TLS, and names the one that does not answer', async () => {
  const path = '/services/default/checkout-api/rollouts';
  let response = await get(path);
  for (let tries = 0; tries < 100; tries += 1) {
    const [shown] = response.body.environments ?? [];
    // Each kind arrives by its own watch: until all did, the answer names the
    // missing ones as problems.
    if (shown?.reading.value?.length && !shown.problems) {
      break;
    }
    await sleep(50);
    response = await get(path);
  }

  expect(response.status).toBe(200);
  expect(response.body.environments).toEqual([
    {
      environment: 'dev',
      cluster: 'dev',
      reading: {
        cluster: 'dev',
        ok: true,
        observedAt: expect.any(String),
        value: [
          expect.objectContaining({
            kind: 'Deployment',
            name: 'checkout-api',
            namespace: 'checkout-api-dev',
          }),
        ],
      },
    },
    {
      environment: 'prod',
      cluster: 'prod',
      reading: {
        cluster: 'prod',
        ok: false,
        problem: {
          kind: 'unreachable',
          message: expect.stringMatching(/^prod answered 503/),
        },
      },
    },
  ]);
});

it.each(['overview', 'storage', 'capacity'])(
  'answers %s from the same caches',
  async view => {
    const response = await get(`/services/default/checkout-api/${view}`);
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      service: { name: 'checkout-api' },
      environments: [{ environment: 'dev' }, { environment: 'prod' }],
    });
  },
);

it.each([
  '/promotions',
  '/promotions/4c6a0d5e-4d53-4a4c-9a4e-0c7c0f8f6a11',
  '/services/default/checkout-api/promotion-preview?to=prod',
])('says of %s that no Git host is configured', async path => {
  const { status, body } = await get(path);
  expect(status).toBe(404);
  expect(body.error.message).toBe(
    'No Git host is configured (baremetal.git), so nothing can be promoted',
  );
});

it('answers what fits', async () => {
  const { status, body } = await request(backend.server)
    .post('/api/baremetal/v1/fit')
    .send({
      environments: [{ environment: 'prod', cpuMillis: 1, memoryBytes: 1 }],
    });
  expect(status).toBe(200);
  expect(body.environments).toMatchObject([
    { environment: 'prod', reading: { ok: false } },
  ]);
});

it.each([
  ['group:default/team-payments', 'ALLOW'],
  ['group:default/team-search', 'DENY'],
])('decides conditions of the policy for %s: %s', async (claim, result) => {
  const { body } = await request(backend.server)
    .post('/api/baremetal/.well-known/backstage/permissions/apply-conditions')
    .set('authorization', mockCredentials.service.header())
    .send({
      items: [
        {
          id: '1',
          resourceRef: 'component:default/checkout-api',
          resourceType: 'baremetal-service',
          conditions: {
            rule: 'IS_SERVICE_OWNER',
            resourceType: 'baremetal-service',
            params: { claims: [claim] },
          },
        },
      ],
    });
  expect(body).toEqual({ items: [{ id: '1', result }] });
});

it('tells permission policies which rules there are', async () => {
  const { body } = await request(backend.server).get(
    '/api/baremetal/.well-known/backstage/permissions/metadata',
  );
  expect(body.rules.map(({ name }: { name: string }) => name)).toEqual([
    'IS_SERVICE_OWNER',
    'IS_NOT_RESTRICTED',
    'RUNS_ONLY_IN',
  ]);
  expect(body.permissions).toHaveLength(6);
});

import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  signalsServiceRef,
  type SignalPayload,
} from '@backstage/plugin-signals-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { CHANGES_CHANNEL } from '@baremetal/backstage-plugin-baremetal-common';
import {
  startPlatformSim,
  toAppConfig,
  type PlatformSim,
} from '@baremetal/platform-sim';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { baremetalPlugin } from './plugin';
import { adminOf } from './testUtils/adminOf';
import { until } from './testUtils/until';

jest.setTimeout(120_000);

let platform: PlatformSim;
let backend: TestBackend;
const published: SignalPayload[] = [];

beforeAll(async () => {
  platform = await startPlatformSim({ seed: 'demo' });
  // Its role was applied before the suite read jobs.
  for (const kind of ['cronjobs', 'jobs']) {
    platform.controls.cluster('prod').faults.deny(kind);
  }
  const caFile = join(mkdtempSync(join(tmpdir(), 'ca-')), 'ca.pem');
  writeFileSync(caFile, platform.management.ca);
  backend = await startTestBackend({
    features: [
      baremetalPlugin,
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async payload => {
            published.push(payload);
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          ...toAppConfig(platform, { caFile }),
        },
      }),
      catalogServiceMock.factory({
        entities: ['checkout-api', 'nightly-settlement'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name,
            annotations: {
              'backstage.io/kubernetes-id': name,
              'baremetal.dev/repository': `shop/${name}`,
            },
          },
          spec: { owner: 'team-payments', system: 'shop' },
        })),
      }),
    ],
  });
});

afterAll(async () => {
  await backend?.stop();
  await platform?.stop();
});

const get = (path: string) =>
  request(backend.server)
    .get(`/api/baremetal/v1${path}`)
    .set('authorization', mockCredentials.user.header());

/** Asks until the answer is as wanted: clusters are followed, not asked. */
async function eventually(
  path: string,
  wanted: (body: any) => boolean,
): Promise<any> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await get(path);
    if (wanted(body)) {
      return body;
    }
    await sleep(50);
  }
  throw new Error(`${path} never answered as wanted`);
}

const SERVICE = '/services/default/checkout-api';
const JOB = '/services/default/nightly-settlement';

const readings = (body: any) =>
  body.environments.map(({ reading }: any) => reading);

beforeAll(async () => {
  await eventually(`${SERVICE}/overview`, body =>
    readings(body).every((each: any) => each.ok && each.value.deployed),
  );
});

it('says first what a person has to know', async () => {
  const { body } = await get(`${SERVICE}/rollouts`);
  expect(body.verdict).toMatchObject({
    tone: 'wait',
    sentence: expect.stringMatching(
      /^Stage waits for a person .*canary 1\.9\.2 is good at 20 %/,
    ),
  });
  expect(readings(body).map((each: any) => each.value[0].phase)).toEqual([
    'healthy',
    'paused',
    'healthy',
  ]);
});

it('says of a kind that it may not read, beside what it may', async () => {
  const { body } = await get(`${SERVICE}/rollouts`);
  expect(body.environments[0].problems).toEqual([
    {
      kind: 'forbidden',
      message: 'dev does not let us read analysis runs.',
    },
  ]);
  expect(body.environments[0].reading.value[0].phase).toBe('healthy');
});

it('knows what a promotion would need', async () => {
  const { body } = await get(`${SERVICE}/promotion-preview?to=prod`);
  expect(body).toMatchObject({ from: 'stage', to: 'prod', openable: false });
  expect(body.gates).toHaveLength(6);
  expect(body.gates[0]).toMatchObject({
    id: 'rolloutHealthy',
    state: expect.not.stringMatching(/^passed$/),
  });
});

it('cannot say of a job what an older role hides, and says everything else', async () => {
  const job = await eventually(`${JOB}/rollouts`, body =>
    readings(body)
      .slice(0, 2)
      .every((each: any) => each.ok && each.value.length > 0),
  );
  expect(readings(job)[0].value[0]).toMatchObject({
    kind: 'CronJob',
    phase: 'healthy',
    status: { tone: 'ok', words: 'Last run succeeded' },
    stable: { text: '1.2.0' },
    job: {
      schedule: '30 2 * * *',
      suspended: false,
      does: expect.stringMatching(
        /^ran 1\.2\.0 .+ ago: it succeeded and took \d+ s$/,
      ),
    },
  });
  expect(readings(job)[2]).toEqual({
    cluster: 'prod',
    ok: false,
    problem: {
      kind: 'forbidden',
      message: 'prod does not let us read cron jobs.',
    },
  });
  const { body } = await get(`${SERVICE}/rollouts`);
  expect(body.environments[2].problems).toBeUndefined();
  expect(readings(body)[2]).toMatchObject({
    ok: true,
    value: [{ phase: 'healthy' }, { kind: 'StatefulSet' }],
  });
});

it('asks no cluster for a view', async () => {
  const calls = () =>
    ['dev', 'stage', 'prod']
      .map(name => platform.controls.cluster(name).requests())
      .reduce((sum, each) => sum + each, 0);
  const before = calls();
  for (const view of ['overview', 'rollouts', 'storage', 'capacity']) {
    await get(`${SERVICE}/${view}`);
  }
  expect(calls() - before).toBe(0);
});

it('follows a promoted canary, and tells open pages', async () => {
  published.length = 0;
  await adminOf(platform.clusters[1]!).patch(
    '/apis/argoproj.io/v1alpha1/namespaces/checkout-api-stage/rollouts/checkout-api/status',
    { status: { pauseConditions: null } },
  );
  await eventually(
    `${SERVICE}/rollouts`,
    body => readings(body)[1].value[0].steps[3].state === 'done',
  );
  await until(() =>
    published.some(
      ({ channel, message }) =>
        channel === CHANGES_CHANNEL &&
        message.cluster === 'stage' &&
        message.concept === 'delivery',
    ),
  );
  expect(
    published.every(({ recipients }) => recipients.type === 'broadcast'),
  ).toBe(true);
});

it('keeps the last state of a cluster that died, says since when, and follows it again', async () => {
  const prod = platform.controls.cluster('prod');
  await prod.kill();
  const lost = await eventually(
    `${SERVICE}/rollouts`,
    body => readings(body)[2].lost !== undefined,
  );
  const reading = readings(lost)[2];
  expect(reading).toMatchObject({
    ok: true,
    value: [{ phase: 'healthy' }, { kind: 'StatefulSet' }],
    lost: { problem: { kind: 'unreachable' } },
  });
  expect(Date.parse(reading.lost.since)).toBeLessThanOrEqual(Date.now());
  expect(readings(lost)[0].lost).toBeUndefined();

  await prod.restart();
  await eventually(
    `${SERVICE}/rollouts`,
    body => readings(body)[2].lost === undefined,
  );
});

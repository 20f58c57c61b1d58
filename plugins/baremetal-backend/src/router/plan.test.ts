import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  FitAnswer,
  FitQuestion,
  PlanAnswer,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GOLDEN_PATH_VERSION } from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';
import express from 'express';
import request from 'supertest';
import { ServiceAuthorizer } from '../authorization/ServiceAuthorizer';
import { AuthorizedViews } from '../service/AuthorizedViews';
import { createViewRoutes } from './views';

const platform = simulatedFacts('https://git.example');
const environment = (name: string, replicas: number) => ({
  name,
  replicas,
  cpu: '250m',
  memory: '256Mi',
});

const answers = {
  name: 'orders',
  owner: 'group:default/team-shop',
  description: 'Takes orders',
  hardwareClass: 'compute',
  environments: [
    environment('dev', 5),
    environment('stage', 5),
    environment('prod', 5),
  ],
  repo: { host: 'git.example', owner: 'shop', name: 'orders' },
};

interface Situation {
  readonly result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  readonly header?: string;
  readonly fit?: (question: FitQuestion) => FitAnswer;
}

async function plan(body: string | object, situation: Situation = {}) {
  const {
    result = AuthorizeResult.ALLOW,
    header = mockCredentials.user.header(),
    fit = () => ({ environments: [] }),
  } = situation;
  const authorizer = new ServiceAuthorizer({
    permissions: mockServices.permissions.mock({
      authorize: async () => [{ result }],
    }),
    ruleset: { getRuleByName: () => undefined as never },
  });
  const app = express();
  app.use(
    express.json(),
    createViewRoutes({
      httpAuth: mockServices.httpAuth(),
      views: new AuthorizedViews({
        authorizer,
        platform,
        capacity: { fit },
        services: undefined as never,
        views: undefined as never,
        names: () => ({ places: [] }),
      }),
    }),
    mockErrorHandler(),
  );
  const { status, body: answer } = await request(app)
    .post('/v1/plan')
    .set('authorization', header)
    .set('content-type', 'application/json')
    .send(body);
  return { status, answer };
}

describe('POST /v1/plan', () => {
  it('answers everything that would be made', async () => {
    const { status, answer } = await plan(answers);
    const { files, autoResolved, ...rest }: PlanAnswer = answer;
    expect(status).toBe(200);
    const peak = {
      pods: 7,
      places: 7,
      cpuMillis: 1750,
      memoryBytes: 7 * 256 * 2 ** 20,
      storageBytes: 0,
    };
    const manifests = expect.any(Number);
    expect(rest).toEqual({
      specVersion: GOLDEN_PATH_VERSION,
      findings: [expect.objectContaining({ id: 'KU05', severity: 'info' })],
      notChecked: expect.arrayContaining([
        { id: 'AS11', reason: 'dev did not say how much room it has' },
      ]),
      environments: ['dev', 'stage', 'prod'].map(name => ({
        name,
        manifests,
        peak,
      })),
    });
    expect(rest.environments.every(each => each.manifests > 5)).toBe(true);
    expect(files).toEqual(
      expect.arrayContaining([
        {
          path: 'deploy/base/rollout.yaml',
          bytes: expect.any(Number),
          ownership: 'managed',
        },
        {
          path: 'deploy/overlays/prod/kustomization.yaml',
          bytes: expect.any(Number),
          ownership: 'merged',
        },
      ]),
    );
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true);
    expect(autoResolved).toEqual(
      expect.arrayContaining([{ id: 'SE03', message: expect.any(String) }]),
    );
  });

  it('asks the clusters for room for pods of this size', async () => {
    const asked: FitQuestion[] = [];
    const { answer } = await plan(answers, {
      fit: question => {
        asked.push(question);
        return {
          environments: question.environments.map(({ environment: name }) => ({
            environment: name,
            reading: {
              cluster: name,
              ok: true,
              observedAt: '2026-11-28T12:00:00Z',
              value: {
                storageClasses: [],
                hardwareClasses: [
                  {
                    name: 'compute',
                    nodes: 3,
                    domains: ['a', 'b', 'c'],
                    largestNode: { cpuMillis: 8000, memoryBytes: 2 ** 34 },
                    fitsNow: name === 'prod' ? 2 : 50,
                    fitsAfterNodeLoss: 40,
                  },
                ],
              },
            },
          })),
        };
      },
    });
    expect(asked).toEqual([
      {
        environments: ['dev', 'stage', 'prod'].map(name => ({
          environment: name,
          cpuMillis: 250,
          memoryBytes: 256 * 2 ** 20,
        })),
      },
    ]);
    expect(answer.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          severity: 'error',
          path: 'environments.prod.replicas',
        }),
      ]),
    );
  });

  it('says of answers that are none what is wrong, and what the rules find in the others', async () => {
    const { status, answer } = await plan({
      ...answers,
      name: 'Orders',
      hardwareClass: 'quantum',
    });
    expect(status).toBe(200);
    expect(answer).toEqual({
      specVersion: GOLDEN_PATH_VERSION,
      findings: expect.arrayContaining([
        expect.objectContaining({ path: 'name', severity: 'error' }),
        expect.objectContaining({ id: 'AV11', path: 'hardwareClass' }),
      ]),
      autoResolved: [],
      notChecked: [],
      files: [],
      environments: [],
    });
  });

  it.each<[string, string | object, Situation, number, RegExp]>([
    [
      'somebody whom the policy lets see nothing',
      answers,
      { result: AuthorizeResult.DENY },
      403,
      /NotAllowedError/,
    ],
    [
      'somebody unknown',
      answers,
      { header: mockCredentials.none.header() },
      401,
      /AuthenticationError/,
    ],
    ['a list', [answers], {}, 400, /InputError.*expected record/],
    ['something that is not JSON', '{', {}, 400, /JSON/],
    [
      'more environments than any platform has',
      { environments: Array(21).fill(environment('dev', 1)) },
      {},
      400,
      /InputError.*At most 20 are planned at once.*environments/s,
    ],
  ])('refuses %s', async (_, body, situation, status, words) => {
    const refused = await plan(body, situation);
    expect(refused.status).toBe(status);
    const { name, message } = refused.answer.error;
    expect(`${name}: ${message}`).toMatch(words);
  });
});

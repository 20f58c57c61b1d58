import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  promotionApprovePermission,
  promotionOpenPermission,
  serviceReadPermission,
} from '@baremetal/backstage-plugin-baremetal-common';
import express from 'express';
import request from 'supertest';
import { AuthorizedServices } from '../authorization/AuthorizedServices';
import {
  baremetalConditions,
  createBaremetalConditionalDecision,
  serviceRules,
} from '../authorization/rules';
import { ServiceAuthorizer } from '../authorization/ServiceAuthorizer';
import { ServiceCatalog } from '../authorization/ServiceCatalog';
import { AuthorizedPromotions } from '../promotion/AuthorizedPromotions';
import { promotionBench } from '../promotion/testUtils/promotionBench';
import { createPromotionRoutes } from './promotion';

const entity = (name: string, restricted: boolean): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/kubernetes-id': name,
      'baremetal.dev/repository': 'shop/cart',
      ...(restricted && { 'baremetal.dev/restricted': 'true' }),
    },
  },
  spec: { owner: 'team-shop', system: 'shop' },
});

/** What the installation's policy says of each persona. */
const PERSONAS = {
  owner: { team: 'group:default/team-shop', approves: false },
  stranger: { team: 'group:default/team-search', approves: false },
  engineer: { team: 'group:default/platform', approves: true },
} as const;

type Persona = keyof typeof PERSONAS;

function decide(persona: Persona, permission: string) {
  const { team, approves } = PERSONAS[persona];
  const isOwner = baremetalConditions.isOwner({ claims: [team] });
  switch (permission) {
    case serviceReadPermission.name:
      return approves
        ? ({ result: AuthorizeResult.ALLOW } as const)
        : createBaremetalConditionalDecision(serviceReadPermission, {
            anyOf: [isOwner, baremetalConditions.isNotRestricted()],
          });
    case promotionOpenPermission.name:
      return createBaremetalConditionalDecision(
        promotionOpenPermission,
        isOwner,
      );
    case promotionApprovePermission.name:
      return {
        result: approves ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      } as const;
    default:
      return { result: AuthorizeResult.DENY } as const;
  }
}

async function start() {
  const bench = await promotionBench();
  const auditor = mockServices.auditor.mock();
  const audit = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(audit);
  const catalog = new ServiceCatalog({
    catalog: catalogServiceMock({
      entities: [entity('cart', false), entity('ledger', true)],
    }),
    environments: ['dev', 'stage', 'prod'].map(name => ({
      name,
      clusters: [name],
      production: name === 'prod',
    })),
  });
  const as = (persona: Persona | 'anonymous' | 'program') => {
    const known = persona in PERSONAS ? (persona as Persona) : 'engineer';
    const authorizer = new ServiceAuthorizer({
      permissions: mockServices.permissions.mock({
        authorizeConditional: async ([asked]) => [
          decide(known, asked?.permission.name ?? ''),
        ],
      }),
      ruleset: {
        getRuleByName: name =>
          Object.values(serviceRules).find(rule => rule.name === name) as never,
      },
    });
    const app = express()
      .use(express.json())
      .use(
        createPromotionRoutes({
          httpAuth: mockServices.httpAuth(),
          auditor,
          promotions: new AuthorizedPromotions({
            services: new AuthorizedServices(catalog, authorizer),
            authorizer,
            promotions: bench.promotions,
          }),
        }),
      )
      .use(mockErrorHandler());
    const header = {
      anonymous: mockCredentials.none.header(),
      program: mockCredentials.service.header(),
      owner: mockCredentials.user.header('user:default/dave'),
      stranger: mockCredentials.user.header('user:default/tom'),
      engineer: mockCredentials.user.header('user:default/erin'),
    }[persona];
    return {
      get: (path: string) =>
        request(app).get(path).set('authorization', header),
      post: (path: string, body: object) =>
        request(app).post(path).set('authorization', header).send(body),
    };
  };
  return { ...bench, as, auditor, audit };
}

const ask = (name: string, more: object = {}) => ({
  entityRef: `component:default/${name}`,
  from: 'dev',
  to: 'stage',
  ...more,
});

const preview = (name: string, to = 'stage') =>
  `/v1/services/default/${name}/promotion-preview?to=${to}`;

const UUID = '11111111-2222-4333-8444-555555555555';

describe('promotion routes', () => {
  it.each([
    ['owner', 'cart', 200],
    ['stranger', 'cart', 200],
    ['engineer', 'cart', 200],
    ['anonymous', 'cart', 401],
    ['program', 'cart', 403],
    ['owner', 'ledger', 200],
    ['stranger', 'ledger', 403],
    ['engineer', 'ledger', 200],
    ['owner', 'nothing', 404],
  ] as const)(
    '%s previews a promotion of %s: %i',
    async (who, name, status) => {
      const { as } = await start();
      expect((await as(who).get(preview(name))).status).toBe(status);
    },
  );

  it.each([
    ['owner', 'cart', 201],
    ['stranger', 'cart', 403],
    ['engineer', 'cart', 403],
    ['anonymous', 'cart', 401],
    ['program', 'cart', 403],
    ['stranger', 'ledger', 403],
    ['owner', 'nothing', 404],
  ] as const)(
    '%s asks for a promotion of %s: %i',
    async (who, name, status) => {
      const { as, store } = await start();
      const response = await as(who).post('/v1/promotions', ask(name));
      expect(response.status).toBe(status);
      const made = await store.list({ endedSince: '' });
      expect(made).toHaveLength(status === 201 ? 1 : 0);
    },
  );

  it('shows whom the promotion waits for, and leaves out what may not be seen', async () => {
    const { as, open } = await start();
    await open();
    const { body } = await as('engineer').get('/v1/promotions');
    expect(body).toMatchObject({
      verdict: { sentence: '1 promotion waits for you.' },
      promotions: [{ id: 'promotion-1', turn: 'you' }],
    });
    const seen = await as('stranger').get('/v1/promotions');
    expect(seen.body.promotions).toMatchObject([{ turn: 'others' }]);
    expect((await as('anonymous').get('/v1/promotions')).status).toBe(401);
  });

  describe('with one that is open', () => {
    async function opened() {
      const bench = await start();
      await bench.store.add({
        ...(await seed(bench)),
        id: UUID,
        state: 'open',
      });
      const record = await bench.store.get(UUID);
      const head = { headCommit: record?.headCommit ?? '' };
      return { ...bench, head };
    }

    async function seed({ open, store }: Awaited<ReturnType<typeof start>>) {
      await open();
      const record = await store.get('promotion-1');
      if (!record) throw new Error('not opened');
      await store.update(record.id, record, { state: 'closed' });
      return record;
    }

    it.each([
      ['owner', 200, 403],
      ['stranger', 200, 403],
      ['engineer', 200, 200],
      ['anonymous', 401, 401],
      ['program', 403, 403],
    ] as const)(
      '%s reads it: %i, approves it: %i',
      async (who, read, write) => {
        const { as, head, store } = await opened();
        const path = `/v1/promotions/${UUID}`;
        expect((await as(who).get(path)).status).toBe(read);
        const { status } = await as(who).post(`${path}/approve`, head);
        expect(status).toBe(write);
        expect(await store.approvals(UUID)).toHaveLength(write === 200 ? 1 : 0);
      },
    );

    it('is approved and merged, and every step is audited', async () => {
      const { as, head, auditor, audit } = await opened();
      const path = `/v1/promotions/${UUID}`;
      const engineer = as('engineer');
      const early = await engineer.post(`${path}/merge`, head);
      expect(early.status).toBe(409);
      expect(early.body.error.message).toBe(
        'It may not be merged: One approval is missing.',
      );
      const approved = await engineer.post(`${path}/approve`, head);
      expect(approved.body).toMatchObject({ state: 'approved' });
      const merged = await engineer.post(`${path}/merge`, head);
      expect(merged.body).toMatchObject({ state: 'merged' });
      expect(
        auditor.createEvent.mock.calls.map(([{ eventId, meta }]) => ({
          eventId,
          meta,
        })),
      ).toEqual(
        ['merge', 'approve', 'merge'].map(verb => ({
          eventId: `promotion-${verb}`,
          meta: { promotionId: UUID, ...head },
        })),
      );
      expect(audit.fail).toHaveBeenCalledTimes(1);
      expect(audit.success.mock.calls).toEqual(
        ['approved', 'merged'].map(state => [
          { meta: { entityRef: 'component:default/cart', to: 'stage', state } },
        ]),
      );
    });

    it('refuses a head that is not the one that was read', async () => {
      const { as } = await opened();
      const { status, body } = await as('engineer').post(
        `/v1/promotions/${UUID}/approve`,
        { headCommit: 'f'.repeat(40) },
      );
      expect(status).toBe(409);
      expect(body.error.message).toContain('after you read it');
    });
  });

  it.each([
    ['without the environments', { entityRef: 'component:default/cart' }, 400],
    ['with a field too many', ask('cart', { force: true }), 400],
    ['skipping an environment', ask('cart', { to: 'prod' }), 400],
    [
      'for a kind that runs nowhere',
      { ...ask('cart'), entityRef: 'group:default/x' },
      404,
    ],
  ])('refuses to open one %s', async (_, body, status) => {
    const { as } = await start();
    const response = await as('owner').post('/v1/promotions', body);
    expect(response.status).toBe(status);
  });

  it.each([
    [preview('cart', 'moon'), 400],
    ['/v1/services/default/cart/promotion-preview', 400],
    ['/v1/promotions/nope', 400],
    [`/v1/promotions/${UUID}`, 404],
    ['/v1/promotions?x=1', 400],
  ])('answers %s with %i', async (path, status) => {
    const { as } = await start();
    expect((await as('engineer').get(path)).status).toBe(status);
  });

  it('answers a double click with the same promotion', async () => {
    const { as } = await start();
    const answers = await Promise.all([
      as('owner').post('/v1/promotions', ask('cart')),
      as('owner').post('/v1/promotions', ask('cart')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(answers[0]?.body.promotion.id).toBe(answers[1]?.body.promotion.id);
  });

  it('says that the Git host is down, without its token', async () => {
    const { as, forge } = await start();
    const { ForgeError } = jest.requireActual('@baremetal/forge');
    jest
      .spyOn(forge, 'readFile')
      .mockRejectedValue(new ForgeError('unreachable', 'The Git host is away'));
    const { status, body } = await as('owner').get(preview('cart'));
    expect(status).toBe(503);
    expect(body.error.message).toContain('The Git host is away');
  });
});

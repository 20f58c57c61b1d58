import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { serviceReadPermission } from '@baremetal/backstage-plugin-baremetal-common';
import { AuthorizedServices } from './AuthorizedServices';
import {
  baremetalConditions,
  createBaremetalConditionalDecision,
  serviceRules,
} from './rules';
import { ServiceAuthorizer } from './ServiceAuthorizer';
import { ServiceCatalog } from './ServiceCatalog';

const credentials = mockCredentials.user();

const ENVIRONMENTS = [
  { name: 'dev', clusters: ['dev'], production: false },
  { name: 'stage', clusters: ['stage'], production: false },
  { name: 'prod', clusters: ['prod'], production: true },
];

function component(
  name: string,
  annotations: Record<string, string>,
  more: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: { 'backstage.io/kubernetes-id': name, ...annotations },
    },
    spec: { owner: 'team-payments' },
    ...more,
  };
}

function servicesOf(
  entities: Entity[],
  decision: Awaited<
    ReturnType<
      ReturnType<typeof mockServices.permissions.mock>['authorizeConditional']
    >
  >[number] = { result: AuthorizeResult.ALLOW },
) {
  const authorizer = new ServiceAuthorizer({
    permissions: mockServices.permissions.mock({
      authorizeConditional: async () => [decision],
    }),
    ruleset: {
      getRuleByName: name =>
        Object.values(serviceRules).find(rule => rule.name === name) as never,
    },
  });
  const catalog = new ServiceCatalog({
    catalog: catalogServiceMock({ entities }),
    environments: ENVIRONMENTS,
  });
  return new AuthorizedServices(catalog, authorizer);
}

const find = (entity: Entity) =>
  servicesOf([entity]).find(
    { entityRef: `component:default/${entity.metadata.name}` },
    serviceReadPermission,
    credentials,
  );

describe('what an entity says of its service', () => {
  it.each([
    ['all environments, when it names none', {}, 'dev stage prod'],
    [
      'those that it names, in promotion order',
      { 'baremetal.dev/environments': 'prod, dev' },
      'dev prod',
    ],
    [
      'none that is not configured',
      { 'baremetal.dev/environments': 'qa,dev' },
      'dev',
    ],
  ])('%s', async (_, annotations, expected) => {
    const { environments } = await find(component('cart', annotations));
    expect(environments.map(each => each.environment).join(' ')).toBe(expected);
  });

  it('where its overlays are', async () => {
    const target = await find(
      component('cart', {
        'baremetal.dev/repository': 'shop/cart',
        'baremetal.dev/overlays': 'k8s/overlays',
        'baremetal.dev/branch': 'master',
      }),
    );
    expect(target).toMatchObject({
      repository: { owner: 'shop', name: 'cart' },
      overlays: 'k8s/overlays',
      branch: 'master',
    });
    expect((await find(component('cart', {}))).branch).toBe('main');
  });

  it.each(['shop', 'shop/', 'shop/cart/tree'])(
    'no repository when it is written as %s',
    async text => {
      const target = await find(
        component('cart', { 'baremetal.dev/repository': text }),
      );
      expect(target.repository).toBeUndefined();
    },
  );

  it.each([
    [
      'as the catalog relates it',
      {
        relations: [{ type: 'ownedBy', targetRef: 'group:other/team-shop' }],
      },
      'group:other/team-shop',
    ],
    ['as it is written', {}, 'group:default/team-payments'],
    ['unknown without one', { spec: {} }, 'unknown'],
  ])('its owner %s', async (_, more, owner) => {
    expect((await find(component('cart', {}, more))).owner).toBe(owner);
  });
});

describe('lists', () => {
  const entities = [
    component('cart', {}),
    component('ledger', { 'baremetal.dev/restricted': 'true' }),
    component('prices', {}, { spec: { owner: 'team-search' } }),
  ];
  const refs = ['cart', 'ghost', 'ledger', 'prices'].map(
    name => `component:default/${name}`,
  );
  const names = async (
    criteria: Parameters<typeof createBaremetalConditionalDecision>[1],
  ) => {
    const found = await servicesOf(
      entities,
      createBaremetalConditionalDecision(serviceReadPermission, criteria),
    ).findMany(refs, serviceReadPermission, credentials);
    return [...found.values()].map(({ identity }) => identity.name);
  };

  it('hold nothing that the policy hides, and nothing that does not exist', async () => {
    expect(await names(baremetalConditions.isNotRestricted())).toEqual([
      'cart',
      'prices',
    ]);
    expect(
      await names(
        baremetalConditions.isOwner({
          claims: ['group:default/TEAM-payments'],
        }),
      ),
    ).toEqual(['cart', 'ledger']);
  });

  it('can depend on the environments of a service', async () => {
    expect(
      await names(
        baremetalConditions.runsOnlyIn({ environments: ['dev', 'stage'] }),
      ),
    ).toEqual([]);
    expect(
      await names(
        baremetalConditions.runsOnlyIn({
          environments: ['dev', 'stage', 'prod'],
        }),
      ),
    ).toEqual(['cart', 'ledger', 'prices']);
  });

  it('are empty for whoever is denied', async () => {
    const found = await servicesOf(entities, {
      result: AuthorizeResult.DENY,
    }).findMany(refs, serviceReadPermission, credentials);
    expect(found.size).toBe(0);
  });
});

it('takes no other kind for a service', async () => {
  await expect(
    servicesOf([]).find(
      { entityRef: 'system:default/shop' },
      serviceReadPermission,
      credentials,
    ),
  ).rejects.toThrow('system:default/shop is not a component');
});

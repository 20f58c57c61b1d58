import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  baremetalPermissions,
  platformReadPermission,
  promotionApprovePermission,
  promotionOpenPermission,
  rolloutControlPermission,
  serviceReadPermission,
  storageChangePermission,
} from '@baremetal/backstage-plugin-baremetal-common';
import { SamplePolicy } from './SamplePolicy';

const policy = new SamplePolicy('group:default/platform');

function person(...ownershipEntityRefs: string[]): PolicyQueryUser {
  return {
    info: { userEntityRef: ownershipEntityRefs[0]!, ownershipEntityRefs },
  } as PolicyQueryUser;
}
const dana = person('user:default/dana', 'group:default/team-payments');
const mira = person('user:default/mira', 'group:default/platform');

const CLAIMS = { claims: ['user:default/dana', 'group:default/team-payments'] };
const isOwner = expect.objectContaining({
  rule: 'IS_SERVICE_OWNER',
  params: CLAIMS,
});
const isNotRestricted = expect.objectContaining({ rule: 'IS_NOT_RESTRICTED' });

describe('SamplePolicy', () => {
  it.each(
    baremetalPermissions.map(permission => [permission.name, permission]),
  )('lets the platform team %s', async (_, permission) => {
    expect(
      await policy.handle({ permission: permission as Permission }, mira),
    ).toEqual({ result: AuthorizeResult.ALLOW });
  });

  it.each(
    baremetalPermissions.map(permission => [permission.name, permission]),
  )('lets nobody who is not signed in %s', async (_, permission) => {
    expect(
      await policy.handle({ permission: permission as Permission }),
    ).toEqual({ result: AuthorizeResult.DENY });
  });

  it('lets a developer see what is theirs or not restricted', async () => {
    expect(
      await policy.handle({ permission: serviceReadPermission }, dana),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { anyOf: [isOwner, isNotRestricted] },
    });
  });

  it.each([
    [promotionOpenPermission],
    [rolloutControlPermission],
    [storageChangePermission],
  ])('lets a developer change only what is theirs: $name', async permission => {
    expect(await policy.handle({ permission }, dana)).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: isOwner,
    });
  });

  it('lets no developer approve, not even their own', async () => {
    expect(
      await policy.handle({ permission: promotionApprovePermission }, dana),
    ).toEqual({ result: AuthorizeResult.DENY });
  });

  it('hides restricted services of others in the catalog too', async () => {
    expect(
      await policy.handle({ permission: catalogEntityReadPermission }, dana),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: {
        anyOf: [
          { rule: 'IS_ENTITY_OWNER', params: CLAIMS },
          {
            not: {
              rule: 'HAS_ANNOTATION',
              params: { annotation: 'baremetal.dev/restricted', value: 'true' },
            },
          },
        ],
      },
    });
  });

  it('lets a developer see the platform, and use the rest of Backstage', async () => {
    const other = createPermission({
      name: 'catalog.entity.create',
      attributes: {},
    });
    for (const permission of [platformReadPermission, other]) {
      expect(await policy.handle({ permission }, dana)).toEqual({
        result: AuthorizeResult.ALLOW,
      });
    }
  });
});

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const directory = resolvePackagePath(
  '@baremetal/backstage-plugin-baremetal-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it.each(databases.eachSupportedId())('go up and down on %s', async id => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('promotions')).toBe(true);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('promotions')).toBe(false);
    expect(await knex.schema.hasTable('promotion_approvals')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('promotion_approvals')).toBe(true);
  });
});

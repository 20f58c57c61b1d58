import {
  fillIdentity,
  next,
  openForm,
  proof,
  reviewAndCreate,
} from './createForm';
import {
  environmentBox,
  expect,
  newName,
  openService,
  signIn,
  test,
} from './person';

const NAME = newName('ledger-api');

test('a service with a store beside it: the copies lie in different power domains', async ({
  page,
}) => {
  await test.step('create it', async () => {
    await signIn(page, 'Dana Weber');
    await openForm(page);
    await fillIdentity(page, { name: NAME });
    await next(page, 'Where it runs');
    await page.getByRole('radio', { name: /PostgreSQL beside it/ }).check();
    await expect(
      proof(page)
        .getByRole('button', { name: /statefulset/ })
        .first(),
    ).toBeVisible();
    await next(page, 'How a new version arrives');
    await next(page, 'Repository');
    await reviewAndCreate(page);
  });

  await test.step('both workloads run in dev', async () => {
    await page.getByRole('link', { name: 'Open the service' }).click();
    await expect(environmentBox(page, 'dev')).toContainText('0.1.0', {
      timeout: 60_000,
    });
    await openService(page, NAME, { tab: 'rollouts', environment: 'dev' });
    await expect(
      page.getByRole('heading', { name: /^Rollout in dev/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: /^StatefulSet in dev/ }),
    ).toBeVisible();
  });

  await test.step('two copies and a tie-breaker, in three domains', async () => {
    await openService(page, NAME, { tab: 'storage' });
    const map = page
      .getByRole('list', { name: /^Copies of data-ledger-api/ })
      .first();
    await expect(map.getByRole('listitem')).toHaveCount(3);
    for (const domain of ['pdu-a', 'pdu-b', 'pdu-c']) {
      await expect(map.getByText(domain, { exact: true })).toHaveCount(1);
    }
    for (const role of ['In use', 'Copy', 'Tie-breaker']) {
      await expect(
        map.getByRole('listitem').filter({ hasText: role }),
      ).toHaveCount(1);
    }
  });
});

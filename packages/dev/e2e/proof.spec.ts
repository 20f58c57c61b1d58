import { readFileSync } from 'node:fs';
import { expectAccessible } from './accessible';
import { field, fillIdentity, next, openForm, proof } from './createForm';
import { readPullRequestDiff } from './gitHost';
import { expect, FRONTEND_URL, newName, picture, signIn, test } from './person';

/** First bytes of every zip archive. */
const ZIP = Buffer.from('PK');

test('findings are mended by their buttons, and the files can be taken along', async ({
  page,
}) => {
  await signIn(page, 'Dana Weber');
  await openForm(page);
  const panel = proof(page);

  await test.step('open questions are no errors', async () => {
    await expect(
      page.getByText('Still to answer: name and owner.'),
    ).toBeVisible();
  });

  await test.step('a name that is taken, one that cannot be, and the one that is meant', async () => {
    await fillIdentity(page, { name: 'checkout-api' });
    await expect(
      page.getByText(/A component checkout-api is in the catalog already/),
    ).toBeVisible();
    await expect(
      page.getByText(
        /under this name already, in .* checkout-api-prod on prod\./,
      ),
    ).toBeVisible();
    await field(page, 'Name').fill('Receipt API');
    await panel.getByRole('button', { name: /^Take receipt-api/ }).click();
    await expect(field(page, 'Name')).toHaveValue('receipt-api');
    await expect(
      page.getByText(/^No component that you can see/),
    ).toBeVisible();
    await expect(
      page.getByText(
        'Nothing runs or is kept under this name in dev, stage and prod.',
      ),
    ).toBeVisible();
    await next(page, 'Where it runs');
  });

  await test.step('one replica in production becomes two', async () => {
    const replicas = page.getByRole('textbox', { name: /^Replicas.*prod/ });
    await replicas.fill('1');
    await replicas.press('Tab');
    await expect(
      page.getByText(
        /^Cannot be created yet: .*; start with prod, replicas\.$/,
      ),
    ).toBeVisible();
    await expect(
      panel.getByRole('img', { name: 'AS08 is about this line' }),
    ).toBeVisible();
    await expectAccessible(page, 'create form with an error', 'form');
    await panel.getByRole('button', { name: /^Set 2/ }).click();
    await expect(replicas).toHaveValue('2');
    await expect(
      page.getByText(/^Can be created: .*; it fits dev, stage and prod\.$/),
    ).toBeVisible();
    await page.getByRole('radio', { name: /PostgreSQL beside it/ }).check();
    await expect(
      panel.getByRole('columnheader', { name: 'Disks' }),
    ).toBeVisible();
    await picture(page, 'create-form');
  });

  await test.step('the files as a zip', async () => {
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Download as zip' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('receipt-api.zip');
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(0, 2)).toEqual(ZIP);
    expect(bytes.includes('receipt-api/deploy/base/rollout.yaml')).toBe(true);
  });

  await test.step('how a new version arrives can be used by everybody', async () => {
    await next(page, 'How a new version arrives');
    await expectAccessible(page, 'create form, delivery', 'form');
  });
});

test('the platform team describes a pool of machines', async ({ page }) => {
  const pool = newName('burst');
  await signIn(page, 'Mira Okafor');
  await page.goto(`${FRONTEND_URL()}/create/templates/default/platform-pool`);
  const panel = proof(page);

  await test.step('machines: open questions are no errors', async () => {
    await expect(
      page.getByText('Still to answer: name and environment.'),
    ).toBeVisible();
    await field(page, 'Name of the pool').fill(pool);
    await page.getByRole('radio', { name: /compute/ }).check({ force: true });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(
      page.getByText('Choose at least one environment.').first(),
    ).toBeVisible();
    await page.getByRole('checkbox', { name: /^dev/ }).check({ force: true });
    await expect(
      page.getByText(
        'Can be proposed: 0 errors, 0 warnings; it has machines in dev.',
      ),
    ).toBeVisible();
    await next(page, 'Storage classes');
  });

  await test.step('more copies than power domains hold the page, and are mended', async () => {
    await page.getByRole('button', { name: 'Add a storage class' }).click();
    await field(page, 'Name of the class').fill(`${pool}-r3`);
    await field(page, 'Storage pool').fill('thick');
    await field(page, 'Copies').fill('4');
    await field(page, 'Copies').press('Tab');
    await expect(
      panel.getByRole('img', { name: 'PL04 is about this line' }),
    ).toBeVisible();
    await expectAccessible(page, 'form of a pool with an error', 'form');
    await picture(page, 'pool-form');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(
      page.getByText(/storage class 1, copies: .* Ask for 3 copies/).first(),
    ).toBeVisible();
    await panel.getByRole('button', { name: /^Set 3/ }).click();
    await next(page, 'Room that stays free');
  });

  await test.step('room, and nothing to accept', async () => {
    await page
      .getByRole('checkbox', { name: /Keep room/ })
      .check({ force: true });
    await field(page, 'CPU of each placeholder').fill('4');
    await field(page, 'Memory of each placeholder').fill('8Gi');
    await expect(page.getByText('No rule warns.')).toBeVisible();
    await expect(
      panel.getByRole('button', { name: 'reserve.yaml' }),
    ).toBeVisible();
    await expectAccessible(page, 'last page of a pool', 'form');
  });

  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const link = page.getByRole('link', { name: /Pull request/i }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  const pull = Number((await link.getAttribute('href'))?.split('/').pop());
  expect(await readPullRequestDiff('platform/gitops', pull)).toContain(
    `+  name: ${pool}-r3`,
  );
});

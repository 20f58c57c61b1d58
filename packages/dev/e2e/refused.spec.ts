import type { Locator, Page } from '@playwright/test';
import { field, fillIdentity, next, openForm, proof } from './createForm';
import { expect, picture, platformAccess, signIn, test } from './person';
import { runTask } from './scaffolderApi';

const BAD_NAME = 'Receipt-API';

test('a spec that breaks three rules is refused in the form, with the way out', async ({
  page,
}) => {
  await signIn(page, 'Dana Weber');
  await openForm(page);
  const panel = proof(page);

  await test.step('a bad name holds page 1', async () => {
    await fillIdentity(page, { name: BAD_NAME });
    await refusesNext(page, /Mend this page first: CA02/);
    await expectFinding(panel, 'CA02', 'Use a name like');
    await field(page, 'Name').fill('checkout-api');
    await refusesNext(
      page,
      /^A component checkout-api is in the catalog already. Choose another name.$/,
    );
    await field(page, 'Name').fill('receipt-api');
    await next(page, 'Where it runs');
  });

  await test.step('a drain without pods holds page 2; what page 3 may mend does not', async () => {
    await page.getByRole('radio', { name: /Files shared by all pods/ }).check();
    const drain = field(page, 'Pods a drain may take at once');
    await drain.fill('0');
    await drain.press('Tab');
    await expect(panel.getByText(/Cannot be created yet/)).toBeVisible();
    await expectFinding(panel, 'ST01', 'put a store beside it');
    await expectFinding(panel, 'AV01', 'Use maxUnavailable: 1.');
    await picture(page, 'create-form-error');
    await refusesNext(page, /Mend this page first: AV01\./);
    await drain.fill('1');
    await drain.press('Tab');
    await next(page, 'How a new version arrives');
  });

  await test.step('the last page holds whatever is left', async () => {
    await next(page, 'Repository');
    await page.getByRole('button', { name: 'Review', exact: true }).click();
    await expect(
      page.getByText(/This cannot be created yet: .*ST01/).first(),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Create', exact: true }),
    ).toHaveCount(0);
  });
});

async function refusesNext(page: Page, sentence: RegExp) {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByText(sentence).first()).toBeVisible();
}

async function expectFinding(panel: Locator, id: string, fix: string) {
  const finding = panel.getByRole('listitem').filter({ hasText: id }).first();
  await expect(finding).toContainText('Error');
  await expect(finding).toContainText(fix);
}

test('the action refuses the same spec when the form is left out', async () => {
  const storage = { storageClass: 'lvm-thick-r2', size: '10Gi' };
  const { status, log } = await runTask('dana', {
    identity: { name: BAD_NAME, owner: 'group:default/team-payments' },
    runtime: {
      hardwareClass: 'compute',
      port: 8080,
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
      disruption: { maxUnavailable: 0 },
      environments: [
        { name: 'dev', replicas: 2, cpu: '250m', memory: '256Mi', ...storage },
        { name: 'prod', replicas: 3, cpu: '250m', memory: '256Mi', ...storage },
      ],
    },
    delivery: { steps: [{ setWeight: 50 }, { pause: { duration: '1m' } }] },
    repository: {
      host: new URL(platformAccess().git.url).host,
      owner: 'shop',
      name: 'refused',
    },
  });
  expect(status).toBe('failed');
  for (const id of ['ST01', 'AV01', 'CA02']) expect(log).toContain(id);
});

test('a name of 41 characters is one too many', async ({ page }) => {
  await signIn(page, 'Dana Weber');
  await openForm(page);
  await fillIdentity(page, { name: 'a'.repeat(41) });
  await expect(proof(page).getByText('CA02').first()).toBeVisible();
  await field(page, 'Name').fill('a'.repeat(40));
  await expect(proof(page).getByText('CA02')).toHaveCount(0);
});

import { expectAccessible } from './accessible';
import {
  field,
  fillIdentity,
  next,
  openForm,
  proof,
  quickCanary,
  reviewAndCreate,
} from './createForm';
import { openPullRequests, readFromRepository, releaseToDev } from './gitHost';
import {
  environmentBox,
  expect,
  newName,
  openService,
  picture,
  signIn,
  test,
} from './person';

const NAME = newName('receipt-api');
const DESCRIPTION = 'Billing: "invoices" & co #1';
const SOON = { timeout: 60_000 };

test('create, deploy, see, promote', async ({ page }) => {
  await test.step('a developer answers four pages and sees what will be made', async () => {
    await signIn(page, 'Dana Weber');
    await openForm(page);
    await fillIdentity(page, { name: NAME, description: DESCRIPTION });
    const panel = proof(page);
    await expect(panel.getByText('Can be created: 0 errors')).toBeVisible();
    await panel.getByRole('button', { name: 'catalog-info.yaml' }).click();
    await expect(panel).toContainText('kind: Component');
    await next(page, 'Where it runs');
    await next(page, 'How a new version arrives');
    await quickCanary(page, '15s');
    await panel.getByRole('button', { name: 'rollout.yaml' }).click();
    await expect(panel).toContainText('duration: 15s');
    await next(page, 'Repository');
    await expect(field(page, 'Name')).toHaveValue(NAME);
    await reviewAndCreate(page);
  });

  await test.step('it appears in dev', async () => {
    await page.getByRole('link', { name: 'Open the service' }).click();
    await expect(page.getByText(DESCRIPTION).first()).toBeVisible(SOON);
    const dev = environmentBox(page, 'dev');
    await expect(dev).toContainText('0.1.0', SOON);
    await expect(dev.getByText('Healthy')).toBeVisible(SOON);
  });

  await test.step('a new version arrives by canary', async () => {
    await releaseToDev(NAME, { from: '0.1.0', to: '0.2.0' });
    await openService(page, NAME, { tab: 'rollouts', environment: 'dev' });
    await expect(
      page.getByRole('heading', {
        name: /Rollout in dev: .*0\.1\.0 → .*0\.2\.0/,
      }),
    ).toBeVisible(SOON);
    await expect(
      page.getByRole('heading', { name: /Rollout in dev: [^→]*0\.2\.0$/ }),
    ).toBeVisible(SOON);
  });

  await test.step('the developer asks for the promotion, once', async () => {
    await openService(page, NAME);
    await page.getByRole('button', { name: 'Promote dev → stage' }).click(SOON);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`/shop/${NAME}`).first()).toBeVisible();
    await expect(dialog.getByText(/^0\.2\.0 can go to stage/)).toBeVisible();
    await expect(dialog.getByText(/^sha256:[0-9a-f]{64}$/)).toBeVisible();
    await expect(dialog.getByText(/Rollout healthy/).first()).toBeVisible();
    const change = dialog.getByRole('group', { name: /^Changed lines of/ });
    await expect(change).toContainText('newTag: "0.1.0"');
    await expect(change).toContainText('newTag: "0.2.0"');
    await picture(page, 'promotion-dialog');
    await dialog.getByRole('button', { name: 'Open pull request' }).dblclick();
    await expect(dialog.getByText(/Pull request #\d+ is open/)).toBeVisible();
    expect(await openPullRequests(NAME)).toBe(1);
  });

  await test.step('a platform engineer approves and merges', async () => {
    await signIn(page, 'Mira Okafor');
    await page.getByRole('link', { name: 'Promotions' }).click();
    await expect(
      page.getByText('Waits for you', { exact: true }),
    ).toBeVisible();
    await expectAccessible(page, 'the queue');
    await picture(page, 'promotions-queue');
    await page
      .getByRole('link', { name: `Open the promotion of ${NAME} to stage` })
      .click();
    await expect(
      page.getByRole('heading', { name: `${NAME}, dev to stage` }),
    ).toBeVisible();
    await expect(page.getByText(/passed$/).first()).toBeVisible();
    await expectAccessible(page, 'one promotion');
    await picture(page, 'promotion-detail');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByText(/^Approved [0-9a-f]+\.$/)).toBeVisible();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(page.getByText('Verified').first()).toBeVisible({
      timeout: 90_000,
    });
    expect(
      await readFromRepository(
        NAME,
        'deploy/overlays/stage/kustomization.yaml',
      ),
    ).toContain('newTag: "0.2.0"');
  });

  await test.step('stage runs it', async () => {
    await openService(page, NAME);
    const stage = environmentBox(page, 'stage');
    await expect(stage).toContainText('0.2.0', SOON);
    await expect(stage.getByText('Healthy')).toBeVisible(SOON);
  });
});

import {
  environmentBox,
  expect,
  FRONTEND_URL,
  openService,
  signIn,
  test,
} from './person';

test.describe('a developer of another team', () => {
  test.use({ expectErrors: [/40[34].*\/api\/catalog\/entities\/by-name/] });

  test('does not find a restricted service', async ({ page }) => {
    await signIn(page, 'Tom Berg');
    await page.goto(`${FRONTEND_URL()}/catalog?filters[user]=all`);
    await expect(
      page.getByRole('link', { name: 'checkout-api' }).first(),
    ).toBeVisible();
    await expect(page.getByText('fraud-check')).toHaveCount(0);

    await openService(page, 'fraud-check');
    await expect(page.getByText(/not found/i).first()).toBeVisible();
  });
});

test('its owner does find the restricted service', async ({ page }) => {
  await signIn(page, 'Dana Weber');
  await openService(page, 'fraud-check');
  await expect(environmentBox(page, 'prod')).toContainText('0.7.0');
});

test('a developer of another team has no way to promote', async ({ page }) => {
  await signIn(page, 'Tom Berg');
  await openService(page, 'checkout-api');
  const hop = page.getByRole('group', { name: 'From dev to stage' });
  await expect(
    hop.getByRole('button', { name: 'Promote dev → stage' }),
  ).toBeDisabled();
});

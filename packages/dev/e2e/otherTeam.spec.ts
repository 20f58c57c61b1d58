import { environmentBox, expect, openService, signIn, test } from './person';

test.describe('a developer of another team', () => {
  test.use({ expectErrors: [/40[34].*\/api\/baremetal\/v1\/services/] });

  // The catalog's own entry is another permission, which the sample policy grants to everybody.
  test('sees nothing of what a restricted service runs', async ({ page }) => {
    await signIn(page, 'Tom Berg');
    for (const tab of ['', 'rollouts', 'storage', 'capacity'] as const) {
      await openService(page, 'fraud-check', { tab });
      await expect(
        page.getByText(/You may not see|could not be found/).first(),
      ).toBeVisible();
      await expect(page.getByText('0.7.0')).toHaveCount(0);
    }
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

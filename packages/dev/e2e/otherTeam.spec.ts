import { environmentBox, expect, openService, signIn, test } from './person';
import { ask } from './scaffolderApi';

test.describe('a developer of another team', () => {
  test.use({ expectErrors: [/40[34].*fraud-check/] });

  test('does not see a restricted service: not its state, and not that it exists', async ({
    page,
  }) => {
    await signIn(page, 'Tom Berg');
    for (const tab of ['', 'rollouts', 'storage', 'capacity'] as const) {
      await openService(page, 'fraud-check', { tab });
      await expect(page.getByText(/not found/i).first()).toBeVisible();
      await expect(page.getByText('0.7.0')).toHaveCount(0);
    }
  });

  test('does not get it from the APIs either', async () => {
    const entity = await ask(
      'tom',
      '/catalog/entities/by-name/component/default/fraud-check',
    );
    expect(entity.status).toBe(404);
    const list = await ask('tom', '/catalog/entities?filter=kind=component');
    const names = ((await list.json()) as { metadata: { name: string } }[]).map(
      ({ metadata }) => metadata.name,
    );
    expect(names).toContain('checkout-api');
    expect(names).not.toContain('fraud-check');
    for (const view of ['overview', 'rollouts', 'storage', 'capacity']) {
      const answer = await ask(
        'tom',
        `/baremetal/v1/services/default/fraud-check/${view}`,
      );
      expect([403, 404]).toContain(answer.status);
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
  const hop = page.getByRole('group', { name: 'From stage to prod' });
  await expect(
    hop.getByRole('button', { name: 'Promote stage → prod' }),
  ).toBeDisabled();
  await expect(hop).toContainText(
    'Not yours to ask for: the service belongs to team-payments.',
  );
});

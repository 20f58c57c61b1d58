import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { expectData, LOOKS } from './looks';
import { expect, FRONTEND_URL, picture, signIn, test } from './person';

/** As another tab would: the page changes its theme without being loaded again. */
async function changeTheme(page: Page, theme: 'light' | 'dark') {
  await page.evaluate(chosen => {
    window.localStorage.setItem('theme', chosen);
    window.dispatchEvent(
      new StorageEvent('storage', { key: 'theme', newValue: chosen }),
    );
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}

for (const look of LOOKS) {
  const { name } = look;
  test(`${name} can be used by everybody, light and dark`, async ({ page }) => {
    await signIn(page, 'Dana Weber');
    await page.goto(`${FRONTEND_URL()}${look.path}`);
    await expectData(page, look);
    const content = look.content ?? 'main';
    await changeTheme(page, 'dark');
    await expectAccessible(page, `${name}, dark`, content);
    await changeTheme(page, 'light');
    await expectAccessible(page, `${name}, light`, content);
    if (name.startsWith('service-')) await picture(page, name);
  });
}

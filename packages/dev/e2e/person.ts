import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test as base } from '@playwright/test';

export const FRONTEND_URL = () => process.env.FRONTEND_URL ?? '';
export const BACKEND_URL = () => process.env.BACKEND_URL ?? '';

/** What Chromium says that is nobody's fault: a request that a closing page gave up. */
const HARMLESS = [/ResizeObserver loop/, /net::ERR_ABORTED/];

/** A test that fails on any error in the browser's console, or thrown in a page. */
export const test = base.extend<{ noErrors: void; expectErrors: RegExp[] }>({
  // eslint-disable-next-line no-empty-pattern
  expectErrors: async ({}, use) => {
    await use([]);
  },
  noErrors: [
    async ({ page, expectErrors }, use) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      page.on('console', message => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await use();
      const wrong = errors.filter(
        text =>
          ![...HARMLESS, ...expectErrors].some(harmless => harmless.test(text)),
      );
      expect(wrong, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in as one of the demo's people; whoever was signed in is forgotten. */
export async function signIn(
  page: Page,
  name: 'Dana Weber' | 'Tom Berg' | 'Mira Okafor',
) {
  await page.goto(FRONTEND_URL());
  await page.evaluate(() => window.sessionStorage.clear());
  await page.goto(FRONTEND_URL());
  await page.getByRole('button', { name }).click();
  await expect(
    page.getByRole('link', { name: /Create/ }).first(),
  ).toBeVisible();
}

/** Axe finds nothing serious or critical inside the page's content. */
export async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
    );
  expect(serious, `axe on ${what}`).toEqual([]);
}

/** Takes a picture for the README, when asked to (`PICTURES=docs/pictures`). */
export async function picture(page: Page, name: string) {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

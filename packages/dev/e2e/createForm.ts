import type { Locator, Page } from '@playwright/test';
import { expect, FRONTEND_URL } from './person';

export type TemplateName =
  | 'http-service'
  | 'stateful-service'
  | 'queue-worker'
  | 'scheduled-job'
  | 'add-deployment';

/** Opens the form that creates a service. */
export async function openForm(
  page: Page,
  template: TemplateName = 'http-service',
) {
  await page.goto(`${FRONTEND_URL()}/create/templates/default/${template}`);
  await expect(field(page, 'Name')).toBeVisible();
}

/** The panel beside the form that proves what will be made. */
export function proof(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Live proof' });
}

export function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}

/** Chooses an option of a select by the words that people see. */
export async function choose(page: Page, label: RegExp, option: RegExp) {
  await page.getByRole('button', { name: label }).first().click();
  await page.getByRole('option', { name: option }).click();
}

/** Goes on to the page whose first heading is `title`. */
export async function next(page: Page, title: string) {
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: title, exact: true }),
  ).toBeVisible();
}

/** Page 1, and on to page 2. */
export async function fillIdentity(
  page: Page,
  { name, description }: { name: string; description?: string },
) {
  // The panel has its first answer: what is typed before is not lost.
  await expect(proof(page)).toBeVisible();
  await field(page, 'Name').fill(name);
  await choose(page, /Owner/, /Payments/);
  if (description) await field(page, 'Description').fill(description);
}

/** Opens answers that are folded away, by the line that says how they stand. */
export async function unfold(page: Page, line: RegExp) {
  const fold = page.getByRole('button', { name: line });
  if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.click();
}

/** A canary that stops at half of the pods for a moment and then goes on by itself. */
export async function quickCanary(page: Page, wait: string) {
  for (const step of [4, 3]) {
    await page.getByRole('button', { name: `Remove step ${step}` }).click();
  }
  await page
    .getByRole('checkbox', { name: /Measure the new version/ })
    .uncheck({ force: true });
  await page.getByRole('textbox', { name: 'How long step 2 waits' }).fill(wait);
}

/** From the last page over the review to a finished task. */
export async function reviewAndCreate(page: Page) {
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(
    page.getByRole('link', { name: 'Open the service' }),
  ).toBeVisible({ timeout: 60_000 });
}

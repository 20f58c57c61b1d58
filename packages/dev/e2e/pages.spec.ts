import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible';
import { openForm, proof } from './createForm';
import {
  expect,
  FRONTEND_URL,
  openService,
  picture,
  type ServiceTab,
  signIn,
  test,
} from './person';

interface Look {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  /** What is there once the page has its data. */
  readonly shows: RegExp;
}

const tab =
  (service: string, name: ServiceTab, environment?: 'stage' | 'prod') =>
  (page: Page) =>
    openService(page, service, { tab: name, environment });

const LOOKS: readonly Look[] = [
  {
    name: 'service-overview',
    open: tab('checkout-api', ''),
    shows: /1\.9\.2/,
  },
  {
    name: 'service-rollouts',
    open: tab('checkout-api', 'rollouts', 'stage'),
    shows: /Conditions of going on/,
  },
  {
    name: 'service-rollouts-aborted',
    open: tab('invoice-service', 'rollouts', 'stage'),
    shows: /Aborted/i,
  },
  {
    name: 'job-overview',
    open: tab('nightly-settlement', ''),
    shows: /every day at 02:30 UTC/,
  },
  {
    name: 'job-runs',
    open: tab('nightly-settlement', 'rollouts'),
    shows: /Runs every day at 02:30 UTC/,
  },
  {
    name: 'service-storage',
    open: tab('catalog-search', 'storage'),
    // A product that runs for long has caught up with its resync.
    shows: process.env.NAME_SUFFIX ? /What if/ : /Syncing/,
  },
  {
    name: 'service-capacity',
    open: tab('checkout-api', 'capacity'),
    shows: /Room for more pods/,
  },
  {
    name: 'promotions',
    open: async page => {
      await page.goto(`${FRONTEND_URL()}/baremetal/promotions`);
    },
    shows: /No promotion is open|Who may act/,
  },
  {
    name: 'create',
    open: async page => {
      await openForm(page);
      await expect(proof(page)).toBeVisible();
    },
    shows: /Name and owner/,
  },
];

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

for (const { name, open, shows } of LOOKS) {
  test(`${name} can be used by everybody, light and dark`, async ({ page }) => {
    await signIn(page, 'Dana Weber');
    await open(page);
    const content = name === 'create' ? 'form' : 'main';
    const all = page.locator(content);
    await expect(all.getByText(shows).first()).toBeVisible();
    await expect(all.locator('[aria-busy=true]')).toHaveCount(0);
    await expect(all.getByRole('progressbar')).toHaveCount(0);
    await changeTheme(page, 'dark');
    await expectAccessible(page, `${name}, dark`, content);
    await changeTheme(page, 'light');
    await expectAccessible(page, `${name}, light`, content);
    if (name.startsWith('service-')) await picture(page, name);
  });
}

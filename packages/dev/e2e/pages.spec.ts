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
    name: 'service-storage',
    open: tab('catalog-search', 'storage'),
    shows: /What if/,
  },
  {
    name: 'service-capacity',
    open: tab('checkout-api', 'capacity'),
    shows: /Room for more pods/,
  },
  {
    name: 'promotions-queue',
    open: async page => {
      await page.goto(`${FRONTEND_URL()}/baremetal/promotions`);
    },
    shows: /Promotions/,
  },
  {
    name: 'create-form-first',
    open: async page => {
      await openForm(page);
      await expect(proof(page)).toBeVisible();
    },
    shows: /Name and owner/,
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`every page of the demo can be used by everybody, ${theme}`, async ({
    page,
  }) => {
    await signIn(page, 'Dana Weber');
    await page.evaluate(
      chosen => window.localStorage.setItem('theme', chosen),
      theme,
    );
    for (const { name, open, shows } of LOOKS) {
      await test.step(name, async () => {
        await open(page);
        const main = page.getByRole('main');
        await expect(main.getByText(shows).first()).toBeVisible();
        await expect(main.locator('[aria-busy=true]')).toHaveCount(0);
        if (theme === 'light') await picture(page, name);
        await expectAccessible(page, `${name}, ${theme}`);
      });
    }
  });
}

import type { Page } from '@playwright/test';
import { proof } from './createForm';
import { expect, servicePath } from './person';

/** A page as somebody looks at it who changes nothing. */
export interface Look {
  readonly name: string;
  readonly path: string;
  /** Where on the page it is. Default: `main`; the scaffolder's pages have none. */
  readonly content?: 'form';
  /** What is there once the page has its data. */
  readonly shows: RegExp;
}

export const LOOKS: readonly Look[] = [
  {
    name: 'service-overview',
    path: servicePath('checkout-api'),
    shows: /1\.9\.2/,
  },
  {
    name: 'service-rollouts',
    path: servicePath('checkout-api', {
      tab: 'rollouts',
      environment: 'stage',
    }),
    shows: /Conditions of going on/,
  },
  {
    name: 'service-rollouts-aborted',
    path: servicePath('invoice-service', {
      tab: 'rollouts',
      environment: 'stage',
    }),
    shows: /Aborted/i,
  },
  {
    name: 'job-overview',
    path: servicePath('nightly-settlement'),
    shows: /every day at 02:30 UTC/,
  },
  {
    name: 'job-runs',
    path: servicePath('nightly-settlement', { tab: 'rollouts' }),
    shows: /Runs every day at 02:30 UTC/,
  },
  {
    name: 'service-storage',
    path: servicePath('catalog-search', { tab: 'storage' }),
    // A product that runs for long has caught up with its resync.
    shows: process.env.NAME_SUFFIX ? /What if/ : /Syncing/,
  },
  {
    name: 'service-capacity',
    path: servicePath('checkout-api', { tab: 'capacity' }),
    shows: /Room for more pods/,
  },
  {
    name: 'promotions',
    path: '/baremetal/promotions',
    shows: /No promotion is open|Who may act/,
  },
  {
    name: 'create',
    path: '/create/templates/default/http-service',
    content: 'form',
    shows: /Name and owner/,
  },
];

/** Waits until a page has its data and shows it. */
export async function expectData(page: Page, { content, shows }: Look) {
  const all = page.locator(content ?? 'main');
  await expect(all.getByText(shows).first()).toBeVisible();
  // The panel beside the form has its first answer.
  if (content === 'form') await expect(proof(page)).toBeVisible();
  await expect(all.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(all.getByRole('progressbar')).toHaveCount(0);
}

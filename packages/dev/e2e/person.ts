import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test as base } from '@playwright/test';
import { ROOT } from '../src/run';

export const FRONTEND_URL = () => process.env.FRONTEND_URL ?? '';
export const BACKEND_URL = () => process.env.BACKEND_URL ?? '';

/** How to reach the platform itself, as the platform wrote it down. */
export interface PlatformAccess {
  readonly git: { readonly url: string; readonly token: string };
}

export function platformAccess(): PlatformAccess {
  const folder = process.env.PLATFORM_DIR;
  if (!folder) {
    throw new Error('PLATFORM_DIR must name the folder of platform.json.');
  }
  return JSON.parse(readFileSync(join(folder, 'platform.json'), 'utf8'));
}

/** What Chromium says that is nobody's fault: a request that a closing page gave up. */
const HARMLESS = [/ResizeObserver loop/, /net::ERR_ABORTED/];

/** Components that ours are made of: a hint about one of them is about who used it. */
const BUILDING_BLOCKS = /@backstage\/ui|react-aria|@remixicon/;

/** A hint of React about a component of Backstage or Material UI: theirs to mend, and only given by a development server. */
function isOthersHint(text: string): boolean {
  if (!text.startsWith('Warning: ')) return false;
  const nearest = text
    .split('\n')
    .find(
      line => line.includes('webpack-internal') && !BUILDING_BLOCKS.test(line),
    );
  return nearest !== undefined && nearest.includes('/node_modules/');
}

/** A test that fails on any error in the browser's console, thrown in a page, or answered by the backend. */
export const test = base.extend<{ noErrors: void; expectErrors: RegExp[] }>({
  // eslint-disable-next-line no-empty-pattern
  expectErrors: async ({}, use) => {
    await use([]);
  },
  noErrors: [
    async ({ page, expectErrors }, use) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.stack ?? error.message));
      page.on('console', message => {
        if (message.type() !== 'error' || isOthersHint(message.text())) return;
        errors.push(`${message.text()} (${message.location().url})`);
      });
      page.on('response', response => {
        if (response.status() >= 400) {
          errors.push(`${response.status()} ${response.url()}`);
        }
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

/** A name that no service of the running product has. */
export const newName = (name: string) =>
  `${name}${process.env.NAME_SUFFIX ?? ''}`;

export type PersonName = 'Dana Weber' | 'Tom Berg' | 'Mira Okafor';

/** Signs in as one of the demo's people; whoever was signed in is forgotten. */
export async function signIn(
  page: Page,
  name: PersonName,
  url: string = FRONTEND_URL(),
) {
  // A page that went nowhere yet has nobody signed in.
  if (page.url() !== 'about:blank') {
    await page.evaluate(() => window.sessionStorage.clear());
  }
  await page.goto(url);
  await page.getByRole('button', { name }).click();
  await expect(
    page.getByRole('link', { name: /Create/ }).first(),
  ).toBeVisible();
}

export type ServiceTab = '' | 'rollouts' | 'storage' | 'capacity';

interface ServicePlace {
  readonly tab?: ServiceTab;
  readonly environment?: string;
}

/** Where a service's overview or one of its tabs is. */
export function servicePath(
  name: string,
  { tab = '', environment }: ServicePlace = {},
): string {
  const query = environment ? `?environment=${environment}` : '';
  return `/catalog/default/component/${name}/${tab}${query}`;
}

/** Opens a service's overview or one of its tabs. */
export async function openService(
  page: Page,
  name: string,
  place?: ServicePlace,
) {
  await page.goto(`${FRONTEND_URL()}${servicePath(name, place)}`);
}

export type Environment = 'dev' | 'stage' | 'prod';

/** The box of an environment on the overview. */
export function environmentBox(page: Page, environment: Environment) {
  return page.getByRole('region', { name: `${environment}, ${environment}` });
}

/** Takes a picture for the README, when asked to (`PICTURES=docs/pictures`). */
export async function picture(page: Page, name: string) {
  const folder = process.env.PICTURES;
  if (!folder) return;
  // People who start this stand in the repository's root, not in this package.
  const path = join(ROOT, folder, `${name}.png`);
  // What sticks to the window is drawn where the page was scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path, fullPage: true });
}

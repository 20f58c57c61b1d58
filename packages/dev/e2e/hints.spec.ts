import type { Page } from '@playwright/test';
import { answers, startDevelopmentServer } from '../src/product/frontend';
import type { Service } from '../src/product/Service';
import { fillIdentity, next } from './createForm';
import { expectData, LOOKS } from './looks';
import { BACKEND_URL, FRONTEND_URL, newName, signIn, test } from './person';

/** Where the frontend runs as developers have it, with the hints that React gives only there. */
const developmentUrl = () => process.env.DEVELOPMENT_URL ?? FRONTEND_URL();

let server: Service | undefined;

test.beforeAll(async () => {
  const dir = process.env.PRODUCT_DIR;
  // A product that was running before is at FRONTEND_URL: `./dev start` has this server.
  if (!dir) return;
  server = startDevelopmentServer(
    { frontendUrl: developmentUrl(), backendUrl: BACKEND_URL() },
    dir,
  );
  await server.until(() => answers(developmentUrl()), 200);
});

test.afterAll(() => server?.stop());

/** As a link does: the page goes elsewhere and is not loaded again, which takes long here. */
async function goTo(page: Page, path: string) {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

test('React has nothing to say about our components', async ({ page }) => {
  await test.step('it is the React that gives hints', async () => {
    const greeting = page.waitForEvent('console', {
      predicate: message => message.text().includes('React DevTools'),
      timeout: 60_000,
    });
    await Promise.all([greeting, signIn(page, 'Dana Weber', developmentUrl())]);
  });
  for (const look of LOOKS) {
    await test.step(look.name, async () => {
      await goTo(page, look.path);
      await expectData(page, look);
    });
  }
  await test.step('the pages of the form', async () => {
    await fillIdentity(page, { name: newName('hints-api') });
    await next(page, 'Where it runs');
    await next(page, 'How a new version arrives');
    await next(page, 'Repository');
  });
});

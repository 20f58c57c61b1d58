import type { Page } from '@playwright/test';
import {
  choose,
  field,
  fillIdentity,
  next,
  openForm,
  proof,
  reviewAndCreate,
  type TemplateName,
  unfold,
} from './createForm';
import { readFromRepository } from './gitHost';
import { environmentBox, expect, newName, signIn, test } from './person';

interface Archetype {
  readonly template: TemplateName;
  readonly name: string;
  readonly what: string;
  /** What is changed on the page about runtime and data. */
  readonly runtime: (page: Page) => Promise<void>;
  /** What is changed on the page about delivery. */
  readonly delivery: (page: Page) => Promise<void>;
  /** How dev says that it is well. */
  readonly well?: string;
  /** What is looked at once it is well. */
  readonly afterwards?: (page: Page) => Promise<void>;
  /** A file that only such a service has, and words in it. */
  readonly makes: readonly [file: string, words: RegExp];
}

/** The box itself is drawn over its input. */
const FORCE = { force: true };
const SOON = { timeout: 60_000 };
/** A run starts with the minute, and takes some seconds. */
const AFTER_A_RUN = { timeout: 120_000 };

const asItIs = async () => {};

const ARCHETYPES: readonly Archetype[] = [
  {
    template: 'stateful-service',
    name: newName('attachments'),
    what: 'keeps files of its own, with a second volume and snapshots',
    runtime: async page => {
      await unfold(page, /^More about the files/);
      await page.getByRole('button', { name: 'Add a volume' }).click();
      await unfold(page, /^Snapshots/);
      await page.getByRole('checkbox', { name: /Take snapshots/ }).check(FORCE);
    },
    delivery: asItIs,
    makes: ['deploy/base/statefulset.yaml', /name: data-2/],
  },
  {
    template: 'queue-worker',
    name: newName('mail-sender'),
    what: 'works off a queue, with as many pods as there is work',
    runtime: async page => {
      await unfold(page, /^Who decides how many pods/);
      await page.getByRole('radio', { name: /KEDA/ }).check(FORCE);
    },
    delivery: async page => {
      await unfold(page, /^What it calls/);
      await page.getByRole('button', { name: 'Add a place' }).click();
      await field(page, 'Namespace of place 1').fill('mail-relay');
    },
    makes: ['deploy/base/networkpolicy.yaml', /metadata\.name: mail-relay/],
  },
  {
    template: 'scheduled-job',
    name: newName('nightly-report'),
    what: 'runs by its schedule',
    runtime: async page => {
      await field(page, 'Schedule').fill('30 4 * * *');
      await expect(page.getByText('every day at 04:30 UTC')).toBeVisible();
      // Nobody waits for the night.
      await field(page, 'Schedule').fill('* * * * *');
      await expect(page.getByText('every minute')).toBeVisible();
    },
    delivery: asItIs,
    well: 'Last run succeeded',
    afterwards: async page => {
      await expect(environmentBox(page, 'dev')).toContainText('every minute');
      await page.getByRole('link', { name: 'Runs in dev' }).click();
      await expect(
        page.getByText(/^Runs every minute\. Next run: in \d+ s\.$/),
      ).toBeVisible();
      const runs = page.getByRole('grid', { name: 'Runs in dev' });
      await expect(runs.getByText('Succeeded').first()).toBeVisible();
    },
    makes: ['deploy/base/cronjob.yaml', /schedule: .?\* \* \* \* \*/],
  },
  {
    template: 'http-service',
    name: newName('price-api'),
    what: 'is written in Go, scaled by load and exposed by the Gateway',
    runtime: async page => {
      await choose(page, /Language/, /^Go$/);
      await unfold(page, /^Who decides how many pods/);
      await page.getByRole('radio', { name: /HPA/ }).check(FORCE);
    },
    delivery: async page => {
      await page.getByRole('radio', { name: /Gateway API/ }).check(FORCE);
    },
    makes: ['go.mod', /^module .*price-api/m],
  },
];

for (const archetype of ARCHETYPES) {
  const { template, name, what, runtime, delivery, makes } = archetype;
  const { well = 'Healthy', afterwards = asItIs } = archetype;
  test(`${template}: one that ${what}`, async ({ page }) => {
    await test.step('create it', async () => {
      await signIn(page, 'Dana Weber');
      await openForm(page, template);
      await fillIdentity(page, { name });
      await next(page, 'Where it runs');
      await runtime(page);
      await next(page, 'How a new version arrives');
      await delivery(page);
      await expect(proof(page).getByText(/^Can be created/)).toBeVisible();
      await next(page, 'Repository');
      await reviewAndCreate(page);
      const [file, words] = makes;
      expect(await readFromRepository(name, file)).toMatch(words);
    });

    await test.step('it is healthy in dev', async () => {
      await page.getByRole('link', { name: 'Open the service' }).click();
      const dev = environmentBox(page, 'dev');
      await expect(dev).toContainText('0.1.0', SOON);
      await expect(dev.getByText(well, { exact: true })).toBeVisible(
        AFTER_A_RUN,
      );
      await afterwards(page);
    });
  });
}

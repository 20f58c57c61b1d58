import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse, stringify } from 'yaml';
import { ROOT } from '../src/run';
import { expectAccessible } from './accessible';
import { choose } from './createForm';
import { expect, FRONTEND_URL, newName, picture, signIn, test } from './person';

// Backstage's form writes to the console what it shows beside the field.
test.use({ expectErrors: [/^Form validation failed/] });

/** The template that the documentation shows to those who write their own, as the playground takes it: without its head. */
function exampleForm(): string {
  const text = readFileSync(join(ROOT, 'docs/fields.md'), 'utf8');
  const [, template = ''] = /```yaml\n([^]*?)```/.exec(text) ?? [];
  return stringify(parse(template).spec);
}

test('whoever writes a template of their own tries its fields before anybody uses it', async ({
  page,
}) => {
  await signIn(page, 'Mira Okafor');
  await page.goto(`${FRONTEND_URL()}/create/edit`);
  await page.getByText('Template Form Playground').click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(exampleForm());

  // The playground's own sample asks for a name, too.
  await expect(page.getByRole('heading', { name: 'The report' })).toBeVisible();
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('Report API');
  await press(page, 'Next');

  await test.step('machines with room for the pod, and none where there are none', async () => {
    const compute = page.getByRole('radio', { name: /^compute/ });
    await expect(compute).toBeVisible();
    await expect(page.getByRole('radio', { name: /^gpu/ })).toBeDisabled();
    await press(page, 'Next');
    await expect(page.getByText(/must have required property/)).toHaveCount(2);
    await compute.focus();
    await page.keyboard.press('Space');
    await expect(compute).toBeChecked();
    await expectAccessible(page, 'field for machines', 'form');
    await press(page, 'Next');
  });

  await test.step('a class of storage, with where its copies lie', async () => {
    await choose(page, /Where results are kept/, /lvm-thick-r3/);
    await expect(
      page.getByText('3 copies, each in a domain of its own'),
    ).toHaveCount(2);
    await expect(page.getByText(/^at most \d+ GiB per claim$/)).toHaveCount(2);
    await expectAccessible(page, 'field for storage', 'form');
    await press(page, 'Next');
  });

  await test.step('steps of a canary, by keyboard', async () => {
    const quick = page.getByRole('button', { name: /^quick/ });
    await quick.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 new, 2 old')).toBeVisible();
    await expectAccessible(page, 'field for a canary', 'form');
    await picture(page, 'fields');
    await press(page, 'Next');
  });

  await test.step('what is made, once every answer may stand', async () => {
    const verdict = page.getByText(
      /^Cannot be created yet: .*; start with name\.$/,
    );
    await expect(verdict).toBeVisible();
    await press(page, 'Review');
    await expect(page.getByText(/^name: /)).toBeVisible();
    await expectAccessible(page, 'field for the golden path', 'form');
    await page.getByText('What it is', { exact: true }).click();
    await name.fill(newName('report-api'));
    for (let left = 4; left > 0; left--) await press(page, 'Next');
    await expect(
      page.getByText(/^Can be created: .*; it fits dev, stage and prod\.$/),
    ).toBeVisible();
    await press(page, 'Review');
    await expect(page.getByText('lvm-thick-r3')).toBeVisible();
  });
});

async function press(page: Page, name: 'Next' | 'Review') {
  await page.getByRole('button', { name, exact: true }).click();
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../rules';
import { RULES_PAGE, rulesPage } from './rulesPage';

const page = rulesPage(jest.requireActual);

it('docs/rules.md is what ./dev docs writes', () => {
  const path = resolve(__dirname, '../../../..', RULES_PAGE);
  expect(readFileSync(path, 'utf8')).toBe(page);
});

it('the page says of every rule what it holds, why, and what it says', () => {
  for (const { id, title } of RULES) {
    const [, section = ''] = page.split(`\n### ${id}: ${title}\n`);
    const [text = ''] = section.split('\n### ');
    expect(text).toMatch(/^\n\w.+\.\n/);
    expect(text).toMatch(/```text\n\S.{20,}/);
    expect(text).toContain(`/${id}.ts)`);
  }
});

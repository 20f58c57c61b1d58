import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configKeys } from './rules/configKeys';
import { deadLinks } from './rules/links';
import { readPages, readText } from './workspace';

const ROOT = resolve(__dirname, '../../..');
const pages = readPages(ROOT);

/** Packages that read the section `baremetal`. */
const DECLARED_BY = [
  'plugins/baremetal-backend',
  'plugins/baremetal-backend-module-linstor',
];

describe('the documentation', () => {
  it('has links that lead somewhere', () => {
    expect(pages.map(({ path }) => path)).toContain('docs/configuration.md');
    expect(deadLinks(pages, path => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('explains every key of the configuration, and no other', () => {
    const keys = DECLARED_BY.flatMap(folder =>
      configKeys(readText(ROOT, `${folder}/config.d.ts`), 'baremetal'),
    );
    const [, table = ''] = readText(ROOT, 'docs/configuration.md').split(
      '## Keys',
    );
    const explained = [...table.split('\n## ')[0]!.matchAll(/^\| `([^`]+)`/gm)]
      .map(([, key = '']) => key)
      // What holds others is explained too.
      .filter(key => !keys.some(other => other.startsWith(`${key}[]`)));
    expect(explained.sort()).toEqual([...new Set(keys)].sort());
  });
});

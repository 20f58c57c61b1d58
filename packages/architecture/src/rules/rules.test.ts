import { parseSource } from '../parseSource';
import { againstConcepts } from './concepts';
import { configKeys } from './configKeys';
import {
  againstBackstageFree,
  againstClientFolder,
  againstLayers,
  againstMaterialUi,
  againstPurity,
} from './imports';
import { deadLinks } from './links';
import { againstPureDependencies, withoutReadme } from './packages';
import { againstHiddenInput } from './pureCode';
import { againstComponentSizes, againstFileSizes, distribution } from './sizes';

const COMMON = '@baremetal/backstage-plugin-baremetal-common';

function importing(path: string, target: string) {
  return [parseSource(path, `import { x } from '${target}';`)];
}

function ofLines(path: string, lines: number) {
  return parseSource(path, 'x;\n'.repeat(lines));
}

describe('layers', () => {
  it.each([
    ['packages/forge/src/a.ts', COMMON],
    ['packages/golden-path/src/a.ts', '@baremetal/forge'],
    ['packages/platform-sim/src/a.ts', '@baremetal/kube-watch'],
    ['plugins/baremetal-backend/src/a.ts', '@baremetal/platform-sim'],
    ['plugins/baremetal-node/src/a.ts', `${COMMON}-extra/sub`],
    ['plugins/a-new-one/src/a.ts', COMMON],
  ])('refuse %s → %s', (path, target) => {
    expect(againstLayers(importing(path, target))).toEqual([
      expect.stringContaining(`${path}:1 imports ${target}: `),
    ]);
  });

  it.each([
    ['packages/golden-path/src/a.ts', COMMON],
    ['plugins/baremetal-backend/src/a.test.ts', '@baremetal/platform-sim'],
    ['plugins/baremetal-frontend/dev/index.tsx', '@baremetal/platform-sim'],
    ['packages/dev/src/a.ts', '@baremetal/control-plane'],
    ['packages/forge/src/a.ts', 'node:fs'],
    [
      'plugins/scaffolder-actions/src/a.ts',
      '@baremetal/backstage-plugin-baremetal-node/testUtils',
    ],
  ])('allow %s → %s', (path, target) => {
    expect(againstLayers(importing(path, target))).toEqual([]);
  });
});

describe('purity', () => {
  it.each(['node:fs', 'react', '@backstage/errors', 'zod', 'path'])(
    'refuses %s',
    target => {
      expect(
        againstPurity(importing('packages/golden-path/src/a.ts', target)),
      ).toEqual([expect.stringContaining(`imports ${target}`)]);
    },
  );

  it('allows what the package is built on, and anything in tests', () => {
    expect([
      ...againstPurity(importing('packages/golden-path/src/a.ts', 'yaml')),
      ...againstPurity(importing('packages/golden-path/src/a.ts', './b')),
      ...againstPurity(
        importing('packages/golden-path/src/a.test.ts', 'node:fs'),
      ),
    ]).toEqual([]);
  });

  it.each([
    ['packages/golden-path/src/cli/a.ts', 'node:fs', 0],
    ['packages/golden-path/src/cli/a.ts', '../rules', 0],
    ['packages/golden-path/src/cli/a.ts', './b', 0],
    ['packages/golden-path/src/cli/a.ts', 'react', 1],
    ['packages/golden-path/src/index.ts', './cli', 1],
    ['packages/golden-path/src/rules/a.ts', '../cli/readRepository', 1],
    ['packages/golden-path/src/client/a.ts', 'node:fs', 1],
    ['plugins/baremetal-common/src/cli/a.ts', 'node:fs', 1],
  ])('has a folder for the command line: %s → %s', (path, target, refusals) => {
    expect(againstPurity(importing(path, target))).toHaveLength(refusals);
  });

  it.each([
    ['manifests/typed.ts', 'import type', 0],
    ['manifests/typed.ts', 'import', 1],
    ['manifests/rollout.ts', 'import type', 1],
  ])('has one file for types of others: %s by %s', (file, how, refusals) => {
    const text = `${how} { IPod } from 'kubernetes-models/v1';`;
    expect(
      againstPurity([parseSource(`packages/golden-path/src/${file}`, text)]),
    ).toHaveLength(refusals);
  });

  it('holds for what is declared', () => {
    expect(
      againstPureDependencies([
        {
          folder: 'packages/golden-path',
          dependencies: ['yaml', 'zod', COMMON, 'lodash'],
          hasReadme: true,
        },
        { folder: 'packages/dev', dependencies: ['lodash'], hasReadme: true },
      ]),
    ).toEqual([
      expect.stringContaining('packages/golden-path/package.json depends on'),
    ]);
  });

  it('reads no clock', () => {
    const text = 'const now = Date.now();';
    expect(
      againstHiddenInput([
        parseSource('plugins/baremetal-common/src/a.ts', text),
        parseSource('plugins/baremetal-common/src/a.test.ts', text),
        parseSource('plugins/baremetal-backend/src/a.ts', text),
      ]),
    ).toEqual([
      'plugins/baremetal-common/src/a.ts:1 calls Date.now(): take it as an argument',
    ]);
  });
});

it('the Kubernetes client has one folder', () => {
  const client = '@kubernetes/client-node';
  const backend = 'plugins/baremetal-backend/src';
  expect(
    againstClientFolder([
      ...importing(`${backend}/cluster/a.ts`, client),
      ...importing(`${backend}/storage/a.ts`, client),
      ...importing('packages/platform-sim/src/a.test.ts', `${client}/dist/x`),
    ]).map(told => told.split(' ')[0]),
  ).toEqual([
    `${backend}/storage/a.ts:1`,
    'packages/platform-sim/src/a.test.ts:1',
  ]);
});

it('the watcher and the Git hosts know no Backstage', () => {
  expect(
    againstBackstageFree([
      ...importing('packages/kube-watch/src/a.ts', '@backstage/errors'),
      ...importing('packages/forge/src/a.ts', '@backstage/config'),
      ...importing('plugins/baremetal-node/src/a.ts', '@backstage/errors'),
    ]),
  ).toHaveLength(2);
});

it('plugins have no Material UI', () => {
  expect(
    againstMaterialUi([
      ...importing('plugins/a/src/a.tsx', '@material-ui/core'),
      ...importing('plugins/a/src/a.tsx', '@mui/material/Box'),
      ...importing('plugins/a/src/a.tsx', '@backstage/ui'),
    ]),
  ).toHaveLength(2);
});

describe('concepts', () => {
  const common = 'plugins/baremetal-common/src';
  it.each([
    [`${common}/storage/a.ts`, '../capacity/room'],
    [`${common}/storage/rules/a.ts`, '../../delivery'],
    [`${common}/delivery/a.ts`, '../promotion/words'],
    [`${common}/capacity/a.ts`, '../service'],
    [`${common}/kube/a.ts`, '../capacity/room'],
    ['plugins/baremetal-backend/src/storage/a.ts', '../capacity/Service'],
  ])('refuse %s → %s', (path, target) => {
    expect(againstConcepts(importing(path, target))).toHaveLength(1);
  });

  it.each([
    [`${common}/promotion/a.ts`, '../delivery/phase'],
    [`${common}/storage/rules/a.ts`, '../words'],
    [`${common}/storage/a.ts`, '../quantity/quantity'],
    [`${common}/service/a.ts`, '../storage'],
    ['plugins/baremetal-backend/src/plugin.ts', './storage/Service'],
    ['plugins/baremetal-backend/src/storage/a.test.ts', '../capacity/x'],
  ])('allow %s → %s', (path, target) => {
    expect(againstConcepts(importing(path, target))).toEqual([]);
  });

  it('let a row hold a type of a concept', () => {
    expect(
      againstConcepts([
        parseSource(
          `${common}/kube/a.ts`,
          `import type { Room } from '../capacity/room';`,
        ),
      ]),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  it.each<[string, number]>([
    ['packages/forge/src/a.ts', 300],
    ['packages/forge/src/a.test.ts', 400],
    ['packages/golden-path/src/a.fixture.ts', 400],
    ['plugins/baremetal-backend/src/router.ts', 150],
    ['plugins/baremetal-backend/src/router/storage.ts', 150],
    ['plugins/baremetal-backend/src/router.test.ts', 400],
  ])('%s has at most %d lines', (path, limit) => {
    expect(againstFileSizes([ofLines(path, limit)])).toEqual([]);
    expect(againstFileSizes([ofLines(path, limit + 1)])).toEqual([
      `${path} has ${limit + 1} lines: at most ${limit}`,
    ]);
  });

  it('leave fixed data alone', () => {
    expect(
      againstFileSizes([ofLines('packages/a/src/scenarios/demo.ts', 999)]),
    ).toEqual([]);
  });

  it('know the shape of all sources', () => {
    const sources = [10, 20, 30, 40, 50, 60, 70, 80, 90, 400].map(lines =>
      ofLines(`packages/a/src/${lines}.ts`, lines),
    );
    const test = ofLines('packages/a/src/a.test.ts', 1000);
    expect(distribution([...sources, test])).toEqual({ median: 60, p90: 400 });
  });

  it('hold components too', () => {
    const component = (lines: number) =>
      parseSource(
        'plugins/a/src/View.tsx',
        `export function View() {\n${'x;\n'.repeat(lines - 2)}}\n`,
      );
    expect(againstComponentSizes([component(150)])).toEqual([]);
    expect(againstComponentSizes([component(151)])).toEqual([
      'plugins/a/src/View.tsx:1 component View has 151 lines: at most 150',
    ]);
  });
});

it('a package explains itself', () => {
  expect(
    withoutReadme([
      { folder: 'packages/a', dependencies: [], hasReadme: false },
      { folder: 'packages/b', dependencies: [], hasReadme: true },
    ]),
  ).toEqual(['packages/a has no README.md']);
});

it('a link leads somewhere', () => {
  const text = [
    '# A page, of two',
    '[to](other.md) [to](other.md#the-rest) [here](#a-page-of-two)',
    '[away](https://example.test/x) `[code](nowhere.md)`',
    '[gone](gone.md) [gone](other.md#gone) [gone](#gone)',
  ].join('\n');
  const pages = [
    { path: 'docs/a.md', text },
    { path: 'docs/other.md', text: '## The rest' },
  ];
  const exists = (path: string) => pages.some(page => page.path === path);
  expect(deadLinks(pages, exists)).toEqual(
    ['gone.md', 'other.md#gone', '#gone'].map(
      target => `docs/a.md links to ${target}, which is not there`,
    ),
  );
});

it('a configuration has keys', () => {
  const text = `
    export interface Config {
      /** Words. */
      app?: {
        name: string;
        list?: Array<{ url: string; inner?: { token?: string } }>;
        words: string[];
      };
    }`;
  expect(configKeys(text, 'app')).toEqual([
    'name',
    'list[].url',
    'list[].inner.token',
    'words',
  ]);
});

import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SITUATIONS } from '../rules/delivery/__fixtures__/invalidRollouts';
import type { RuleFixture } from '../rules/fixture';
import { RULES } from '../rules';
import { acceptedTrees, refusals } from './refusals';

const FOLDER = join(__dirname, '../rules');

const MARKED = globSync('*/*.fixture.ts', { cwd: FOLDER }).flatMap(path =>
  jest
    .requireActual<{ fixtures: RuleFixture[] }>(join(FOLDER, path))
    .fixtures.filter(({ refused }) => refused !== undefined)
    .map(({ title }) => `${basename(path, '.fixture.ts')}: ${title}`),
);

const all = [...refusals()];

it('every fixture that others refuse is proven, and every situation', () => {
  const expected = [
    ...MARKED,
    ...SITUATIONS.filter(({ says }) => says !== undefined).map(
      ({ id, title }) => `${id}: ${title}`,
    ),
  ];
  expect(all.map(({ id, title }) => `${id}: ${title}`).sort()).toEqual(
    expected.sort(),
  );
});

it('each belongs to a rule', () => {
  const ids = RULES.map(({ id }) => id);
  expect(all.filter(({ id }) => !ids.includes(id))).toEqual([]);
});

it('what only a change of is refused comes with what is there before', () => {
  const changes = all.filter(({ before }) => before !== undefined);
  expect([...new Set(changes.map(({ id }) => id))]).toEqual(['ST06']);
  for (const { before, files } of changes) expect(before).not.toEqual(files);
});

it('what is accepted is a repository each', () => {
  for (const { files } of acceptedTrees()) {
    expect(files.has('deploy/base/rollout.yaml')).toBe(true);
  }
});

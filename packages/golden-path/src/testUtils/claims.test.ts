import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RuleFixture } from '../rules/fixture';
import { treeOf } from '../rules/fixtureTree';
import { judge } from '../rules/judge';
import { subjectOf } from '../rules/subject';
import { refusals } from './refusals';

const FOLDER = join(__dirname, '../rules');

/** Words by which a rule says that its reason is what a part of the platform refuses. */
const CLAIM =
  /\b(API server|Kubernetes|controllers?|kustomize|Helm|webhook)\s+(also\s+)?refuses?\b|InvalidSpec/;

/** Claims about parts that do not run in the conformance run. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  AS01: "KEDA's admission webhook",
  KU03: 'a kustomize that is yet to come',
};

const FIXTURES = globSync('*/*.fixture.ts', { cwd: FOLDER }).map(path => ({
  id: basename(path, '.fixture.ts'),
  source: readFileSync(
    join(FOLDER, path.replace('.fixture.ts', '.ts')),
    'utf8',
  ),
  fixtures: jest.requireActual<{ fixtures: RuleFixture[] }>(join(FOLDER, path))
    .fixtures,
}));

it('what a rule says about others is proven on them, at least once per rule', () => {
  const proven = new Set([...refusals()].map(({ id }) => id));
  const claiming = FIXTURES.filter(({ source }) =>
    // A claim may go over the end of a line of a comment.
    CLAIM.test(source.replace(/\n\s*\*?\s*/g, ' ')),
  ).map(({ id }) => id);
  expect(claiming.length).toBeGreaterThan(10);
  expect(claiming.filter(id => !proven.has(id)).sort()).toEqual(
    Object.keys(NOT_ASKED),
  );
});

it('each fixture whose finding says that others refuse it names who does', () => {
  const unproven = FIXTURES.filter(({ id }) => !(id in NOT_ASKED)).flatMap(
    ({ id, fixtures }) =>
      fixtures
        .filter(fixture => fixture.refused === undefined)
        .filter(fixture =>
          judge(
            subjectOf({ ...treeOf(fixture), live: fixture.live }),
          ).findings.some(each => each.id === id && CLAIM.test(each.message)),
        )
        .map(({ title }) => `${id}: ${title}`),
  );
  expect(unproven).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { RULES } from '../rules';
import { SITUATIONS } from '../rules/delivery/__fixtures__/invalidRollouts';
import type { Refuser, RuleFixture } from '../rules/fixture';
import { poolSection } from './poolRulesSection';
import { SEVERITIES, wrapped } from './ruleText';
import { treeOf } from '../rules/fixtureTree';
import { judge } from '../rules/judge';
import { subjectOf } from '../rules/subject';

const RULES_FOLDER = resolve(__dirname, '../rules');

/** Where the page lies, from the root of the repository. */
export const RULES_PAGE = 'docs/rules.md';

/** Families in the order of the page, and their headings. */
const FAMILIES: Readonly<Record<string, string>> = {
  storage: 'Storage',
  availability: 'Availability',
  delivery: 'Progressive delivery',
  exposure: 'Who reaches the service',
  scaling: 'Replicas and room',
  kustomize: 'Kustomize',
  gitops: 'Environments and Argo CD',
  security: 'Security',
  observability: 'Metrics and alerts',
  catalog: 'Catalog',
};

const REFUSERS: Readonly<Record<Refuser, string>> = {
  kustomize: 'kustomize',
  helm: 'Helm',
  apiServer: 'the API server',
  rollouts: 'the Rollouts controller',
};

const INTRODUCTION = `# Rules of the golden path

<!-- Written by ./dev docs from packages/golden-path/src/rules. Do not edit. -->

What a repository must hold so that it runs, keeps its data and can be maintained. The form applies the rules while
somebody types, the action \`baremetal:service:plan\` applies them again to what it was sent, and
\`baremetal:manifests:validate\` applies them to the files of a workspace.

An **error** forbids the service. A **warning** wants to be acknowledged by its id on the last page of the form. A
**note** needs nothing. What is **resolved** was changed on the way from answers to files, and is said. A rule that asks
the clusters is listed as not checked where nobody could ask them.

Where others refuse a situation too, only later, they are named: \`./dev conformance refusals\` has them refuse it.

The texts below are what a rule says about a situation of its own tests.`;

/** Something that a rule says about one of its fixtures. */
interface Said {
  readonly expect: RuleFixture['expect'];
  readonly words: readonly string[];
  readonly asksClusters: boolean;
}

/**
 * The page of all rules, out of the rules themselves: what they hold, why, and what they say about their fixtures.
 *
 * @param load - loads a module by its absolute path
 */
export function rulesPage(load: (path: string) => unknown): string {
  const files = globSync('*/*.fixture.ts', { cwd: RULES_FOLDER })
    .map(path => path.split(sep).join('/'))
    .sort();
  const sections = Object.entries(FAMILIES).map(([family, heading]) =>
    [
      `## ${heading}`,
      ...files
        .filter(path => path.startsWith(`${family}/`))
        .map(path => ruleSection(path, load)),
    ].join('\n\n'),
  );
  const shown = sections.join('\n').match(/^### /gm)?.length ?? 0;
  if (shown !== RULES.length) {
    throw new Error(
      `The page shows ${shown} of ${RULES.length} rules: a family is missing in FAMILIES, or a rule has no fixture`,
    );
  }
  return [INTRODUCTION, ...sections, poolSection()].join('\n\n').concat('\n');
}

function ruleSection(path: string, load: (path: string) => unknown): string {
  const id = path.replace(/^.*\/|\.fixture\.ts$/g, '');
  const rule = RULES.find(each => each.id === id);
  if (rule === undefined) throw new Error(`${path} has no rule`);
  const { fixtures } = load(join(RULES_FOLDER, path)) as {
    fixtures: readonly RuleFixture[];
  };
  const all = fixtures.map(fixture => said(id, fixture));
  const first = (['error', 'warning', 'info', 'resolved'] as const).flatMap(
    expect => all.find(each => each.expect === expect) ?? [],
  );
  const source = path.replace('.fixture.ts', '.ts');
  return [
    `### ${id}: ${rule.title}`,
    reasonOf(id, readFileSync(join(RULES_FOLDER, source), 'utf8')),
    ...(all.some(each => each.asksClusters) ? ['It asks the clusters.'] : []),
    ...refusersOf(id, fixtures),
    ...first.flatMap(({ expect, words }) => [
      SEVERITIES[expect],
      ['```text', ...words.flatMap(wrapped), '```'].join('\n'),
    ]),
    `[Source](../packages/golden-path/src/rules/${source})`,
  ].join('\n\n');
}

/** Who refuses the same at least once. */
function refusersOf(id: string, fixtures: readonly RuleFixture[]): string[] {
  const refusers = new Set<Refuser>([
    ...fixtures.flatMap(({ refused }) => refused?.by ?? []),
    ...SITUATIONS.filter(each => each.id === id && each.says).map(
      ({ by }): Refuser => by ?? 'rollouts',
    ),
  ]);
  return refusers.size === 0
    ? []
    : [
        `Refused as well by ${[...refusers]
          .map(refuser => REFUSERS[refuser])
          .join(' and ')}.`,
      ];
}

/** Applies all rules to a fixture and takes what the one rule says. */
function said(id: string, fixture: RuleFixture): Said {
  const { live, expect } = fixture;
  const { findings, autoResolved } = judge(
    subjectOf({ ...treeOf(fixture), live }),
  );
  const asksClusters = live !== undefined;
  if (expect === 'resolved') {
    const resolved = autoResolved.find(each => each.id === id);
    return { expect, words: [resolved?.message ?? ''], asksClusters };
  }
  const found = findings.find(
    each => each.id === id && each.severity === expect,
  );
  const { path = '', message = '', fix = '' } = found ?? {};
  return {
    expect,
    words: [`${path}: ${message}`, `Way out: ${fix}`],
    asksClusters,
  };
}

/** The comment above a rule says why it is there. */
function reasonOf(id: string, source: string): string {
  const comment = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export const ${id}\\b`,
  ).exec(source)?.[1];
  if (comment === undefined) {
    throw new Error(`${id} has no comment that says why it is a rule`);
  }
  return comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/@see (\S+)/, 'See <$1>.')
    .replace(/\s+/g, ' ')
    .trim();
}

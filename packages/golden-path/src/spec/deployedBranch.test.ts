import { parse, parseAllDocuments } from 'yaml';
import { renderAdoption } from '../adoption/renderAdoption';
import { renderService } from '../renderService';
import { answers, PLATFORM, specOf } from '../rules/goodAnswers';
import { deployedBranch, onBranch } from './deployedBranch';
import { parseServiceSpec } from './parseServiceSpec';

const specOn = (defaultBranch?: string) =>
  specOf({ repo: { ...answers().repo, defaultBranch } });
const filesOn = (defaultBranch?: string) =>
  renderService(specOn(defaultBranch), PLATFORM);

const setIn = (files: ReadonlyMap<string, string>) =>
  parse(files.get('argocd/applicationset.yaml') ?? '').spec;
const componentIn = (files: ReadonlyMap<string, string>) =>
  parseAllDocuments(files.get('catalog-info.yaml') ?? '')[0]?.toJS();

/** What a Go template makes of a text without fields. */
const goText = (text: string) => text.replaceAll('{{"{{"}}', '{{');

it('is main, and says so nowhere, where nothing else was answered', () => {
  const files = filesOn();
  expect(deployedBranch(specOn())).toBe('main');
  expect(setIn(files).template.spec.source.targetRevision).toBe('main');
  const told = ['.baremetal/golden-path.yaml', 'catalog-info.yaml'];
  for (const path of told) {
    expect(files.get(path)).not.toMatch(/defaultBranch|baremetal\.dev\/branch/);
  }
});

it('is the same bytes once the host has said that it is main', () => {
  for (const answered of [undefined, 'main']) {
    const spec = onBranch(specOn(answered), 'main');
    expect([...renderService(spec, PLATFORM)]).toEqual([...filesOn()]);
  }
});

it('changes one line of what is applied, and is told to those who ask', () => {
  const before = filesOn();
  const after = filesOn('master');
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...after].filter(
    ([path, text]) =>
      path !== '.baremetal/golden-path.yaml' && text !== before.get(path),
  );
  const lines = changed.map(([path, text]) => {
    const old = new Set(before.get(path)?.split('\n'));
    return [path, text.split('\n').filter(line => !old.has(line))];
  });
  expect(Object.fromEntries(lines)).toEqual({
    'argocd/applicationset.yaml': ['        targetRevision: master'],
    'catalog-info.yaml': ['    baremetal.dev/branch: master'],
    'docs/index.md': [
      '- Argo CD applies what is on `master`. What it applies and where is in `argocd/applicationset.yaml`.',
    ],
    '.github/workflows/golden-path-check.yaml': ['      - master'],
  });
  const { spec } = parse(after.get('.baremetal/golden-path.yaml') ?? '');
  expect(spec.repo.defaultBranch).toBe('master');
  expect(parseServiceSpec(spec)).toEqual({ ok: true, spec: specOn('master') });
});

it('is annotated in an entry that is there already', () => {
  const adoption = renderAdoption(specOn('trunk'), PLATFORM, {
    catalogInfo: 'kind: Component\nmetadata: {name: orders}\n',
    hasCodeOwners: true,
  });
  if (!adoption.ok) throw new Error(adoption.reason);
  expect(componentIn(adoption.files).metadata.annotations).toMatchObject({
    'baremetal.dev/branch': 'trunk',
  });
});

it.each([
  'release/next',
  'on',
  '1.10',
  'null',
  '#1',
  "it's",
  'a"b',
  '!x',
  '&x',
  '%x',
  '`id`$(id)',
  'a{{b}}c{{{{d',
  '${{github.token}}',
  'ünïcode-東京-🚀',
  '\u2028\u0085',
])('%j is the same text to every reader', branch => {
  const files = filesOn(branch);
  const revision = goText(setIn(files).template.spec.source.targetRevision);
  expect(revision.replace('refs/heads/', '')).toBe(branch);
  expect(componentIn(files).metadata.annotations['baremetal.dev/branch']).toBe(
    branch,
  );
  const { spec } = parse(files.get('.baremetal/golden-path.yaml') ?? '');
  expect(spec.repo.defaultBranch).toBe(branch);
  const check = files.get('.github/workflows/golden-path-check.yaml') ?? '';
  expect(parse(check).on.push.branches).toEqual([branch.replace(/^!/, '\\!')]);
});

// Argo CD looks for tags in a range of versions, and takes forty hexadecimal digits for a commit.
it.each([
  ['master', 'master'],
  ['release/1.x', 'release/1.x'],
  ['vnext', 'vnext'],
  ['dev', 'dev'],
  ['1.x', 'refs/heads/1.x'],
  ['v2', 'refs/heads/v2'],
  ['x', 'refs/heads/x'],
  ['X-1', 'refs/heads/X-1'],
  ['head', 'refs/heads/head'],
  ['deadbeef', 'refs/heads/deadbeef'],
  ['>=1', 'refs/heads/>=1'],
])('tells Argo CD that %s is a branch', (branch, revision) => {
  expect(setIn(filesOn(branch)).template.spec.source.targetRevision).toBe(
    revision,
  );
});

it('is no pattern in a workflow', () => {
  const check = filesOn('c++').get('.github/workflows/golden-path-check.yaml');
  expect(parse(check ?? '').on.push.branches).toEqual(['c\\+\\+']);
});

it('is refused with its place, its reason and an example', () => {
  const parsed = parseServiceSpec(
    answers({ repo: { ...answers().repo, defaultBranch: 'my branch' } }),
  );
  expect(parsed).toEqual({
    ok: false,
    findings: [
      {
        id: 'SPEC',
        severity: 'error',
        path: 'repo.defaultBranch',
        message:
          'repo.defaultBranch is "my branch": is not the name of a branch: it holds a space, which Git refuses; write one like master.',
        fix: 'Correct the answer.',
      },
    ],
  });
});

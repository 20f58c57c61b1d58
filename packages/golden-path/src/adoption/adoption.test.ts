import { parse, parseAllDocuments } from 'yaml';
import { PLATFORM, specOf } from '../rules/goodAnswers';
import { annotateCatalogInfo } from './annotateCatalogInfo';
import { renderAdoption } from './renderAdoption';

const spec = specOf({});
const { name } = spec;

const ENTRY = `# Ours since 2019.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
    name: ${name}   # as in the invoices
    annotations:
        sonarqube.org/project-key: "orders"   # do not change
        backstage.io/techdocs-ref: dir:.

spec:
    type: service
    owner: team-shop
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: ${name}-api }
spec: {type: openapi}
`;

const ADDED = `        backstage.io/kubernetes-id: ${name}
        baremetal.dev/repository: ${spec.repo.owner}/${spec.repo.name}
        baremetal.dev/environments: dev,stage,prod
        argocd/app-selector: backstage.io/entity=${name}
`;

function edited(text: string): string {
  const edit = annotateCatalogInfo(text, spec);
  if (edit.outcome !== 'edited') throw new Error(JSON.stringify(edit));
  return edit.text;
}

describe('annotateCatalogInfo', () => {
  it('adds lines, and leaves every other byte alone', () => {
    const last = '        backstage.io/techdocs-ref: dir:.\n';
    expect(edited(ENTRY)).toBe(ENTRY.replace(last, `${last}${ADDED}`));
    expect(annotateCatalogInfo(edited(ENTRY), spec)).toEqual({
      outcome: 'unchanged',
    });
  });

  it('keeps the line breaks of Windows', () => {
    expect(edited(ENTRY.replace(/\n/g, '\r\n'))).toBe(
      edited(ENTRY).replace(/\n/g, '\r\n'),
    );
  });

  it.each<[string, string]>([
    [
      'no annotations',
      `kind: Component\nmetadata:\n  name: ${name}\nspec: {}\n`,
    ],
    ['no line break at its end', `kind: Component\nmetadata:\n  name: ${name}`],
    ['flow style', `kind: Component\nmetadata: {name: ${name}} # short\n`],
    [
      'no annotation in them',
      `kind: Component\nmetadata:\n  name: ${name}\n  annotations: {}\n`,
    ],
    [
      'a text over several lines behind',
      `kind: Component\nmetadata:\n  name: ${name}\n  annotations:\n    note: |\n      # one\n\n      two\n\nspec: {}\n`,
    ],
    [
      'a key without annotations',
      `kind: Component\nmetadata:\n  name: ${name}\n  annotations:\nspec: {}\n`,
    ],
    ['JSON', JSON.stringify({ kind: 'Component', metadata: { name } })],
    [
      'a number as its last annotation',
      `kind: Component\nmetadata:\n  annotations:\n    a: b\n    port: 80 # of the proxy\n  name: ${name}\n`,
    ],
  ])('copes with %s', (_, text) => {
    const before = parse(text);
    const [after, ...others] = parseAllDocuments(edited(text)).map(each =>
      each.toJS(),
    );
    expect(others).toEqual([]);
    expect(after).toEqual({
      ...before,
      metadata: {
        ...before.metadata,
        annotations: { ...before.metadata.annotations, ...parse(ADDED) },
      },
    });
    expect(edited(text).match(/#.*/g)).toEqual(text.match(/#.*/g));
  });

  it.each<[string, string, RegExp]>([
    ['a text that is no YAML', 'a: [', /^catalog-info\.yaml: it is not YAML/],
    [
      'annotations that are none',
      `kind: Component\nmetadata: {name: ${name}, annotations: [a]}`,
      /its annotations are not pairs/,
    ],
    ['no Component', 'kind: API', /holds no Component; add one/],
    [
      'another name',
      'kind: Component\nmetadata: {name: shop}',
      /no Component with the name \w+; name the service shop, or add one/,
    ],
    [
      'another value',
      `kind: Component\nmetadata: {name: ${name}, annotations: {backstage.io/kubernetes-id: old}}`,
      /backstage\.io\/kubernetes-id is "old" and would have to be/,
    ],
    [
      'another branch',
      `kind: Component\nmetadata: {name: ${name}, annotations: {baremetal.dev/branch: old}}`,
      /baremetal\.dev\/branch is "old" and would have to be "main"/,
    ],
  ])('refuses %s, with the way out', (_, text, reason) => {
    expect(annotateCatalogInfo(text, spec)).toEqual({
      outcome: 'refused',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('renderAdoption', () => {
  const filesOf = (there: Parameters<typeof renderAdoption>[2]) => {
    const adoption = renderAdoption(spec, PLATFORM, there);
    if (!adoption.ok) throw new Error(adoption.reason);
    return adoption.files;
  };
  const locked = (files: ReadonlyMap<string, string>) =>
    Object.keys(parse(files.get('.baremetal/golden-path.yaml')!).files);

  it('writes a deployment, and nothing else of a repository', () => {
    const files = filesOf({ hasCodeOwners: false });
    expect(
      [...files.keys()].filter(path => !/^(deploy|argocd)\//.test(path)),
    ).toEqual([
      'catalog-info.yaml',
      'CODEOWNERS',
      '.baremetal/golden-path.yaml',
    ]);
    expect(files.has('deploy/base/kustomization.yaml')).toBe(true);
    expect(locked(files)).toEqual(
      [...files.keys()].filter(path => !path.startsWith('.baremetal')),
    );
  });

  it('leaves owners alone, and edits an entry without taking it over', () => {
    const files = filesOf({ hasCodeOwners: true, catalogInfo: ENTRY });
    expect(files.has('CODEOWNERS')).toBe(false);
    expect(files.get('catalog-info.yaml')).toBe(edited(ENTRY));
    expect(locked(files)).not.toContain('catalog-info.yaml');
    const again = filesOf({ hasCodeOwners: true, catalogInfo: edited(ENTRY) });
    expect(again.has('catalog-info.yaml')).toBe(false);
  });

  it('is refused with the entry', () => {
    expect(
      renderAdoption(spec, PLATFORM, {
        hasCodeOwners: true,
        catalogInfo: 'kind: API',
      }),
    ).toMatchObject({ ok: false, reason: expect.stringContaining('add one') });
  });
});

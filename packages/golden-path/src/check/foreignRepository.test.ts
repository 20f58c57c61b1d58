import { checkRepository } from './checkRepository';

const check = (files: Record<string, string>) => {
  const { findings, notChecked, environments } = checkRepository(
    new Map(Object.entries(files)),
  );
  return {
    lines: findings.map(
      ({ id, severity, location }) =>
        `${location.file}:${location.line} ${severity} ${id}`,
    ),
    messages: findings.map(({ message }) => message),
    rendered: environments.map(({ name }) => name),
    unrendered: notChecked.filter(({ id }) => id === 'KU04'),
  };
};

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n';
const CLAIM =
  'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: d }\n';
const secret = (name: string) =>
  `{ apiVersion: v1, kind: Secret, metadata: { name: ${name} }, data: { a: b } }`;

describe('what kustomize could render and we cannot', () => {
  // kustomize builds all of these, so to call them errors would be wrong, and to say nothing would be praise.
  it.each([
    ['namePrefix', 'namePrefix: x-'],
    ['helmCharts', 'helmCharts: [{ name: x }]'],
    ['replacements', 'replacements: [{ path: r.yaml }]'],
  ])('is said to be not checked: %s', (field, line) => {
    const report = check({
      'a/kustomization.yaml': `resources: [c.yaml]\n${line}\n`,
      'a/c.yaml': CONFIG,
      'b/kustomization.yaml': 'resources: [c.yaml]',
      'b/c.yaml': CONFIG,
    });
    expect(report).toMatchObject({ lines: [], rendered: ['b'] });
    expect(report.unrendered).toEqual([
      {
        id: 'KU04',
        reason: `a/kustomization.yaml cannot be rendered here (${field} is not supported here); write the output of kustomize build into a folder and check that`,
      },
    ]);
  });

  it('is said of a base that lies elsewhere', () => {
    const report = check({
      'kustomization.yaml': 'resources: ["https://github.com/x/y?ref=v1"]',
    });
    expect(report.lines).toEqual([]);
    expect(report.unrendered).toContainEqual({
      id: 'KU04',
      reason: expect.stringContaining('is remote'),
    });
  });
});

it('an overlay that names a file beside its folder is told of as an overlay', () => {
  const { lines, messages } = check({
    'a/kustomization.yaml': 'resources: [../b/c.yaml]',
    'b/c.yaml': CONFIG,
  });
  expect(lines).toEqual(['a/kustomization.yaml:1 error KU04']);
  expect(messages).toEqual([
    expect.stringMatching(
      /^The overlay of a cannot be rendered: .*not in or below/,
    ),
  ]);
});

it('an overlay that is explained explains no other one', () => {
  expect(
    check({
      'old/kustomization.yaml': 'commonLabels: { a: b }\nresources: [c.yaml]',
      'old/c.yaml': CONFIG,
      'new/kustomization.yaml': 'resources: [gone.yaml]',
    }).lines,
  ).toEqual([
    'old/kustomization.yaml:1 error KU03',
    'new/kustomization.yaml:1 error KU04',
  ]);
});

it('a prefix renames the claims of its own overlay, wherever that lies', () => {
  expect(
    check({
      'k8s/base/kustomization.yaml': 'resources: [d.yaml]',
      'k8s/base/d.yaml': CLAIM,
      'k8s/prod/kustomization.yaml':
        'resources: [../base]\nnamePrefix: prod-\n',
      'k8s/tools/kustomization.yaml':
        'resources: [c.yaml]\nnamePrefix: tools-\n',
      'k8s/tools/c.yaml': CONFIG,
    }).lines,
  ).toEqual(['k8s/prod/kustomization.yaml:2 error ST14']);
});

it('a manifest that is no YAML is shown where it goes wrong, as a file and not as an overlay', () => {
  const { lines, messages } = check({
    'k8s/a.yaml': `${CONFIG}data:\n  a: 1\n b: [\n`,
  });
  expect(lines).toEqual(['k8s/a.yaml:6 error KU04']);
  expect(messages).toEqual([
    expect.stringMatching(/^k8s\/a\.yaml cannot be read: is not YAML/),
  ]);
});

it('each object of a list is shown where it stands', () => {
  expect(
    check({
      'k8s/all.yaml': `${CONFIG}---\napiVersion: v1\nkind: List\nitems:\n  - ${secret(
        'first',
      )}\n  - ${secret('second')}\n---\n${secret('third')}\n`,
    }).lines,
  ).toEqual([
    'k8s/all.yaml:8 error SE01',
    'k8s/all.yaml:9 error SE01',
    'k8s/all.yaml:11 error SE01',
  ]);
});

describe('rules that need no answers', () => {
  const pod = (image: string) =>
    `{ metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: "${image}" }] } }`;
  const deployment = (image: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 1, selector: { matchLabels: { app: web } }, template: ${pod(
      image,
    )} }\n`;
  const idsOf = (files: Record<string, string>) =>
    check(files).lines.map(line => line.split(' ').slice(-2).join(' '));

  it.each<[string, string, string]>([
    ['an image that moves', 'warning KU05', deployment('nginx:latest')],
    ['an image without a name', 'error AV12', deployment('Acme/Web:1')],
    [
      'a budget over one pod',
      'warning AV02',
      `${deployment(
        'nginx:1.27.0',
      )}---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: web }\nspec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }\n`,
    ],
    [
      'an Ingress for a retired controller',
      'warning PD16',
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: web, annotations: { nginx.ingress.kubernetes.io/rewrite-target: / } }\n',
    ],
    [
      'a claim without a size',
      'error ST07',
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: d }\n',
    ],
  ])('find %s', (_, expected, text) => {
    expect(idsOf({ 'k8s/web.yaml': text })).toContain(expected);
  });
});

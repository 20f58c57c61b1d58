import { renderService } from '../renderService';
import { editYaml, goodClaim, goodDeployment } from '../rules/fixture';
import { answers, PLATFORM } from '../rules/goodAnswers';
import { serviceSpecSchema } from '../spec/serviceSpec';
import { checkRepository } from './checkRepository';

const spec = serviceSpecSchema.parse(answers());
const generated = () => new Map(renderService(spec, PLATFORM));

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: worker-web }
`;
const manifest = (value: object) => JSON.stringify(value);
const tree = (files: Record<string, string>) => new Map(Object.entries(files));

/** What matters of a report in a line each. */
const lines = (report: ReturnType<typeof checkRepository>) =>
  report.findings.map(
    ({ id, severity, location }) =>
      `${location.file}:${location.line} ${severity} ${id}`,
  );

const unchecked = (report: ReturnType<typeof checkRepository>) =>
  report.notChecked.map(({ id }) => id);

describe('a repository of the golden path', () => {
  it('is as good as it was made', () => {
    const report = checkRepository(generated(), { platform: PLATFORM });
    expect(report).toMatchObject({
      origin: 'generated',
      findings: [],
      environments: [
        { name: 'dev', folder: 'deploy/overlays/dev' },
        { name: 'stage', folder: 'deploy/overlays/stage' },
        { name: 'prod', folder: 'deploy/overlays/prod' },
      ],
      skipped: [],
    });
    expect(report.environments.every(({ objects }) => objects > 5)).toBe(true);
  });

  it('is checked without a platform as far as that goes, and says what was left out', () => {
    const report = checkRepository(generated());
    expect(report.findings).toEqual([]);
    expect(report.notChecked).toEqual(
      expect.arrayContaining(
        ['EN01', 'AV11', 'AV06'].map(id => ({
          id,
          reason: 'no platform file was given',
        })),
      ),
    );
  });

  it('shows what somebody has broken, on its line', () => {
    const files = generated();
    editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
      value.bases = ['../../base'];
    });
    const report = checkRepository(files, { platform: PLATFORM });
    const text = files.get('deploy/overlays/prod/kustomization.yaml') ?? '';
    const line = text.split('\n').indexOf('bases:') + 1;
    expect(lines(report)).toEqual([
      `deploy/overlays/prod/kustomization.yaml:${line} error KU03`,
    ]);
  });

  it('shows a wrong answer where it stands in the lock file', () => {
    const files = generated();
    const path = '.baremetal/golden-path.yaml';
    editYaml(files, path, lock => {
      lock.spec.hardwareClass = 'quantum';
    });
    const line =
      (files.get(path) ?? '')
        .split('\n')
        .findIndex(text => text.includes('hardwareClass')) + 1;
    expect(lines(checkRepository(files, { platform: PLATFORM }))).toEqual([
      `${path}:${line} error AV11`,
    ]);
  });

  it('is judged by its objects alone when its answers are none any more', () => {
    const files = generated();
    editYaml(files, '.baremetal/golden-path.yaml', lock => {
      lock.spec.port = 'eighty';
    });
    const report = checkRepository(files, { platform: PLATFORM });
    expect(report.origin).toBe('generated');
    expect(lines(report)).toEqual([
      expect.stringMatching(/^\.baremetal\/golden-path\.yaml:\d+ error SPEC$/),
    ]);
    expect(report.notChecked).toContainEqual({
      id: 'CA02',
      reason: 'the answers of the golden path cannot be read',
    });
  });

  it.each([
    ['.baremetal/golden-path.yaml', 'SPEC'],
    ['deploy/overlays/prod/kustomization.yaml', 'KU04'],
  ])('says so when %s is not YAML', (path, id) => {
    const files = generated().set(path, 'a: [\n');
    const report = checkRepository(files, { platform: PLATFORM });
    expect(lines(report)).toContain(`${path}:1 error ${id}`);
  });
});

describe('a repository of somebody else', () => {
  const pair = (claimName = 'data') => ({
    deployment: manifest(goodDeployment({ replicas: 2, claimName })),
    claim: manifest(goodClaim(claimName)),
  });

  it('is found by its overlays, and judged through them', () => {
    const { deployment, claim } = pair();
    const report = checkRepository(
      tree({
        'k8s/base/kustomization.yaml': 'resources: [app.yaml, claim.yaml]',
        'k8s/base/app.yaml': deployment,
        'k8s/base/claim.yaml': claim,
        'k8s/parts/kustomization.yaml':
          'kind: Component\nlabels: [{pairs: {part: shop}}]',
        'k8s/one/kustomization.yaml':
          'resources: [../base]\nreplicas: [{name: worker, count: 1}]',
        'k8s/two/kustomization.yaml':
          'resources: [../base]\ncomponents: [../parts]',
      }),
    );
    expect(report.origin).toBe('foreign');
    expect(report.environments).toEqual([
      { name: 'one', folder: 'k8s/one', objects: 2 },
      { name: 'two', folder: 'k8s/two', objects: 2 },
    ]);
    expect(lines(report)).toEqual([
      'k8s/two/kustomization.yaml:1 error ST02',
      'k8s/one/kustomization.yaml:1 error ST03',
    ]);
  });

  it('is found by its manifests, and shows the object that is wrong', () => {
    const { deployment, claim } = pair();
    const report = checkRepository(
      tree({
        'catalog-info.yaml': 'apiVersion: backstage.io/v1alpha1\nkind: System',
        'docker-compose.yaml': 'services: {}',
        'prod/storage.json': claim,
        'prod/all.yaml': `${SERVICE}---\n${deployment}\n`,
      }),
    );
    expect(report.environments).toEqual([
      { name: 'prod', folder: 'prod', objects: 3 },
    ]);
    expect(lines(report)).toEqual(['prod/all.yaml:5 error ST02']);
  });

  it('says that of two folders of one name which is meant', () => {
    const overlay = 'resources: [app.yaml]';
    const { claim } = pair();
    const report = checkRepository(
      tree({
        'a/prod/kustomization.yaml': overlay,
        'a/prod/app.yaml': claim,
        'b/prod/kustomization.yaml': overlay,
        'b/prod/app.yaml': claim.replace('Prune=confirm,', ''),
      }),
    );
    expect(report.environments.map(({ name }) => name)).toEqual([
      'a/prod',
      'b/prod',
    ]);
    expect(lines(report)).toEqual(['b/prod/app.yaml:1 error ST13']);
  });

  it('shows where Argo CD may deploy everywhere', () => {
    const files = tree({
      'apps/orders.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: orders}\nspec: {project: default}\n',
    });
    expect(lines(checkRepository(files))).toEqual([
      'apps/orders.yaml:1 error GO01',
    ]);
  });

  it('is told which rules had no answers to look at, and none is made up', () => {
    const { deployment } = pair();
    const report = checkRepository(
      tree({
        'kustomization.yaml': 'resources: [app.yaml]',
        'app.yaml': deployment,
      }),
      { platform: PLATFORM },
    );
    expect(report.environments).toEqual([
      { name: '.', folder: '', objects: 1 },
    ]);
    expect(unchecked(report)).toEqual(
      expect.arrayContaining(['CA02', 'EN01', 'AS08']),
    );
    expect(lines(report)).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', {}, []],
    [
      'an overlay that renders to nothing',
      { 'x/kustomization.yaml': 'resources: []' },
      ['x/kustomization.yaml:1 error KU04'],
    ],
    [
      'a kustomization that is not YAML',
      { 'x/kustomization.yaml': 'a: [' },
      ['x/kustomization.yaml:1 error KU04'],
    ],
    [
      'a manifest that is not YAML beside a good one',
      {
        'x/a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: [\n',
        'x/b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n',
      },
      ['x/a.yaml:3 error KU04'],
    ],
    [
      'kustomizations that build on each other',
      {
        'x/kustomization.yaml': 'resources: [../y]',
        'y/kustomization.yaml': 'resources: [../x]',
      },
      ['x/kustomization.yaml:1 error KU04'],
    ],
    [
      'an alias of nothing beside what is wrong',
      {
        'x/a.yaml':
          'kind: Secret\napiVersion: v1\nmetadata: {name: a}\ndata: {k: v}\n',
        'x/b.yaml':
          'kind: Service\napiVersion: v1\nmetadata: {name: *nobody}\n',
      },
      ['x/b.yaml:1 error KU04', 'x/a.yaml:1 error SE01'],
    ],
    [
      'two kustomizations in its root',
      {
        'kustomization.yaml': 'resources: [a.yaml]',
        'kustomization.yml': 'resources: [a.yaml]',
        'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
      },
      ['kustomization.yaml:1 error KU04'],
    ],
    [
      'a path out of the repository',
      { 'x/kustomization.yaml': 'resources: [../../../etc]' },
      ['x/kustomization.yaml:1 error KU04'],
    ],
  ])('may hold %s', (_, files, expected) => {
    expect(lines(checkRepository(tree(files)))).toEqual(expected);
  });

  it('may hold objects that are built like nothing else', () => {
    const odd = [
      { spec: { template: { spec: { containers: 'none', volumes: 3 } } } },
      { spec: { template: { spec: { containers: [null] } } } },
      { spec: 'text' },
    ].map((part, i) =>
      manifest({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: `odd-${i}`, labels: [], annotations: 1 },
        ...part,
      }),
    );
    const files = tree({
      'kustomization.yaml': 'resources: [a.yaml, b.yaml, c.yaml]',
      'a.yaml': odd[0]!,
      'b.yaml': odd[1]!,
      'c.yaml': odd[2]!,
    });
    expect(() => checkRepository(files, { platform: PLATFORM })).not.toThrow();
  });

  it('passes charts by, with a word', () => {
    const report = checkRepository(
      tree({
        'chart/Chart.yaml': 'apiVersion: v2\nname: x',
        'chart/templates/app.yaml':
          'apiVersion: v1\nkind: Service\nmetadata: {{ x }}',
      }),
    );
    expect(report).toMatchObject({
      findings: [],
      environments: [],
      skipped: [
        { path: 'chart', reason: expect.stringMatching(/helm template/) },
      ],
    });
  });
});

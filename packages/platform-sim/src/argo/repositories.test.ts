import { SourceRenderer } from './repositories';

const CHART = {
  'deploy/chart/Chart.yaml': 'name: x\n',
  'deploy/chart/templates/x.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n  namespace: {{ .Release.Namespace }}\ndata:\n  {{- toYaml .Values.data | nindent 2 }}\n',
  'deploy/overlays/dev/values.yaml': 'data: {a: dev}\n',
  'deploy/overlays/prod/values.yaml': 'data: {a: prod}\n',
};

/** A host with one repository, whose commits are numbered. */
function hostOf(commits: readonly Record<string, string>[]) {
  let head = 0;
  return {
    push: () => (head += 1),
    host: {
      url: 'http://git',
      head: () => String(head),
      readTree: async (_: string, __: string, { ref }: { ref: string }) =>
        new Map(Object.entries(commits[Number(ref)] ?? {})),
      onPush: () => () => {},
    },
  };
}

const sourceOf = (environment: string) => ({
  repoURL: 'http://git/shop/x.git',
  path: 'deploy/chart',
  targetRevision: 'main',
  helm: { valueFiles: [`../overlays/${environment}/values.yaml`] },
});

describe('SourceRenderer', () => {
  it('renders a chart for each environment, in its namespace', async () => {
    const renderer = new SourceRenderer(hostOf([CHART]).host);
    for (const environment of ['dev', 'prod']) {
      const namespace = `x-${environment}`;
      expect(await renderer.render(sourceOf(environment), namespace)).toEqual({
        revision: '0',
        type: 'Helm',
        objects: [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'x', namespace },
            data: { a: environment },
          },
        ],
      });
    }
  });

  it('renders again only when something of the environment has changed', async () => {
    const path = 'deploy/overlays/prod/values.yaml';
    const { host, push } = hostOf([
      CHART,
      { ...CHART, [path]: 'data: {a: new}\n' },
    ]);
    const renderer = new SourceRenderer(host);
    const dev = () => renderer.render(sourceOf('dev'), 'x-dev');
    const prod = () => renderer.render(sourceOf('prod'), 'x-prod');
    const before = { dev: await dev(), prod: await prod() };
    push();
    expect((await dev()).objects).toBe(before.dev.objects);
    expect((await prod()).objects).toMatchObject([{ data: { a: 'new' } }]);
  });

  it('follows the branch that it is told, by its short name or its whole one', async () => {
    const asked: unknown[] = [];
    const { host } = hostOf([CHART]);
    const head = (_: string, __: string, branch?: string) => {
      asked.push(branch);
      return branch === 'gone' ? undefined : '0';
    };
    const renderer = new SourceRenderer({ ...host, head });
    const on = (targetRevision?: string) =>
      renderer.render({ ...sourceOf('dev'), targetRevision }, 'x-dev');
    for (const revision of ['master', 'refs/heads/1.x', 'HEAD', undefined]) {
      await on(revision);
    }
    expect(asked).toEqual(['master', '1.x', undefined, undefined]);
    await expect(on('gone')).rejects.toThrow(
      "unable to resolve 'gone' to a commit SHA",
    );
  });

  it('says what is missing', async () => {
    const renderer = new SourceRenderer(hostOf([CHART]).host);
    await expect(renderer.render(sourceOf('stage'), 'x-stage')).rejects.toThrow(
      'deploy/overlays/stage/values.yaml: is not there',
    );
  });
});

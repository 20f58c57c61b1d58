import { parse, parseAllDocuments } from 'yaml';
import { HOSTILE, SERVICES } from './__testUtils__/services';
import { planService } from './plan';
import { PLATFORM, specOf } from './rules/goodAnswers';
import { workloadKindOf } from './spec/workload';
import type { FileTree, Manifest } from './types';

// What published templates get wrong, from an overlay that renders to nothing to a catalog entry that does not parse.

const SENSIBLE = SERVICES.filter(({ title }) => !title.startsWith('hostile'));

const planned = (answers: Parameters<typeof specOf>[0]) => {
  const spec = specOf(answers);
  return { spec, ...planService(spec, PLATFORM) };
};

const keyOf = ({ kind, metadata }: Manifest) =>
  [metadata.namespace, kind, metadata.name].join('/');

function grep(files: FileTree, pattern: RegExp): string[] {
  return [...files].flatMap(([path, text]) =>
    text
      .split('\n')
      .filter(line => pattern.test(line))
      .map(line => `${path}: ${line}`),
  );
}

describe.each(SENSIBLE)('the tree of $title', ({ title, ...answers }) => {
  const { spec, files, environments } = planned(answers);
  const objects = environments.flatMap(one => [...one.objects]);

  it('renders in every environment, with what runs the service', () => {
    expect(environments.map(({ environment }) => environment)).toEqual([
      'dev',
      'stage',
      'prod',
    ]);
    for (const one of environments) {
      expect(
        one.objects.filter(
          ({ kind, metadata }) =>
            kind === workloadKindOf(spec) && metadata.name === spec.name,
        ),
      ).toHaveLength(1);
    }
  });

  it('refers to every file below deploy', () => {
    const folders = [...files.keys()]
      .filter(path => path.endsWith('/kustomization.yaml'))
      .map(path => path.replace('kustomization.yaml', ''));
    const referred = folders.flatMap(folder => {
      const index = parse(files.get(`${folder}kustomization.yaml`)!);
      return [
        'kustomization.yaml',
        ...(index.resources ?? []),
        ...(index.configurations ?? []),
        ...(index.patches ?? []).map(({ path }: { path: string }) => path),
        ...(index.configMapGenerator ?? []).flatMap(
          ({ envs }: { envs: string[] }) => envs,
        ),
      ].map(file => `${folder}${file}`);
    });
    const written = [...files.keys()].filter(path =>
      path.startsWith('deploy/'),
    );
    expect(written.filter(path => !referred.includes(path))).toEqual([]);
  });

  it('is labelled as the catalog entry looks for it', () => {
    const [component] = parseAllDocuments(files.get('catalog-info.yaml')!).map(
      document => document.toJS(),
    );
    const { annotations } = component.metadata;
    const id = annotations['backstage.io/kubernetes-id'];
    for (const { metadata } of objects) {
      expect(metadata.labels).toMatchObject({
        'backstage.io/kubernetes-id': id,
      });
    }
    const set = parse(files.get('argocd/applicationset.yaml')!);
    const [label, value] = annotations['argocd/app-selector'].split('=');
    expect(set.spec.template.metadata.labels[label]).toBe(value);
  });

  it('has nothing unpinned, unchecked, shared or left over', () => {
    expect(grep(files, /:latest\b|newTag: "?latest/)).toEqual([]);
    expect(grep(files, /uses: (?!\S+@[0-9a-f]{40} # v)/)).toEqual([]);
    expect(grep(files, /insecure-skip|skip-tls|--insecure/i)).toEqual([]);
    expect(grep(files, /project: default|namespace: default|guests/)).toEqual(
      [],
    );
    expect(
      grep(files, /^(bases|patchesStrategicMerge|patchesJson6902|vars):/),
    ).toEqual([]);
    const outside = new Map(
      [...files].filter(([path]) => !path.startsWith('.github/')),
    );
    expect(grep(outside, /\$\{\{|\bTODO\b|\bundefined\b/)).toEqual([]);
  });

  it('has what an expert asks for', () => {
    const kinds = new Set(objects.map(({ kind }) => kind));
    const isScheduled = spec.archetype === 'job';
    for (const kind of [
      'NetworkPolicy',
      'ServiceAccount',
      'PrometheusRule',
      'ConfigMap',
      ...(isScheduled ? [] : ['PodMonitor']),
    ]) {
      expect([...kinds]).toContain(kind);
    }
    const [workload] = objects.filter(
      ({ kind }) => kind === workloadKindOf(spec),
    ) as any[];
    const pod = isScheduled
      ? workload.spec.jobTemplate.spec.template.spec
      : workload.spec.template.spec;
    const [container] = pod.containers;
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(container.securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
    });
    expect(container.resources.limits.memory).toBe(
      container.resources.requests.memory,
    );
    expect(
      ['startupProbe', 'readinessProbe', 'livenessProbe'].filter(
        probe => probe in container,
      ).length > 0,
    ).toBe(!isScheduled);
  });

  it('shares no object with another service', () => {
    const other = planned({ ...answers, name: 'billing' });
    const keys = new Set(objects.map(keyOf));
    expect(
      other.environments
        .flatMap(one => [...one.objects])
        .map(keyOf)
        .filter(key => keys.has(key)),
    ).toEqual([]);
    for (const file of ['project', 'applicationset']) {
      const nameIn = (tree: FileTree) =>
        parse(tree.get(`argocd/${file}.yaml`)!).metadata.name;
      expect(nameIn(files)).not.toBe(nameIn(other.files));
    }
  });
});

describe('text that somebody typed', () => {
  it.each([
    'Billing: invoices & refunds',
    'on',
    '1.10',
    '# nothing',
    '"quoted"',
    'two\nlines',
    '${{ parameters.name }}',
    HOSTILE,
  ])('is the same in the catalog: %j', description => {
    const { files } = planned({ description });
    const [component] = parseAllDocuments(files.get('catalog-info.yaml')!).map(
      document => document.toJS(),
    );
    expect(component.metadata.description).toBe(description);
    const errors = [...files]
      .filter(([path]) => /\.ya?ml$/.test(path))
      .flatMap(([, text]) => parseAllDocuments(text))
      .flatMap(document => document.errors);
    expect(errors).toEqual([]);
  });

  it('makes no owner of production out of a name', () => {
    const { files } = planned({ owner: 'group:default/a\n* @evil' });
    expect(
      grep(files, /^\* /).filter(line => /^CODEOWNERS/.test(line)),
    ).toEqual(['CODEOWNERS: * @shop/a-evil']);
  });
});

it('a volume for one pod is never shared by the pods of two versions', () => {
  const { findings } = planned({
    data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
    environments: specOf().environments.map(environment => ({
      ...environment,
      storageClass: 'lvm-thin',
      size: '10Gi',
    })),
  });
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'ST01', severity: 'error' }),
  );
});

import { createHash } from 'node:crypto';
import { parse, parseAllDocuments } from 'yaml';
import { environments, PLATFORM, specOf } from './rules/goodAnswers';
import { planService } from './plan';
import { renderService } from './renderService';
import type { Manifest } from './types';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const STORE = {
  data: { shape: 'storeBeside' },
  environments: KEEPING,
} as const;

const yamlOf = (files: ReadonlyMap<string, string>, path: string) =>
  parse(files.get(path) ?? '');

function objectsOf(special: Parameters<typeof specOf>[0], environment: string) {
  const { environments: rendered } = planService(specOf(special), PLATFORM);
  const objects = rendered.find(e => e.environment === environment)?.objects;
  return (kind: string, name: string): any =>
    objects?.find(
      (object: Manifest) =>
        object.kind === kind && object.metadata.name === name,
    );
}

describe('renderService', () => {
  it('writes one repository: base, overlays, Argo CD objects, catalog entry, owners, lock', () => {
    expect([...renderService(specOf(STORE), PLATFORM).keys()]).toEqual([
      'deploy/base/kustomization.yaml',
      'deploy/base/kustomizeconfig/golden-path.yaml',
      'deploy/base/serviceaccount.yaml',
      'deploy/base/networkpolicy-default-deny.yaml',
      'deploy/base/networkpolicy-dns.yaml',
      'deploy/base/networkpolicy.yaml',
      'deploy/base/service.yaml',
      'deploy/base/service-stable.yaml',
      'deploy/base/service-canary.yaml',
      'deploy/base/analysistemplate.yaml',
      'deploy/base/rollout.yaml',
      'deploy/base/podmonitor.yaml',
      'deploy/base/prometheusrule.yaml',
      'deploy/base/dashboard-configmap.yaml',
      'deploy/base/store-serviceaccount.yaml',
      'deploy/base/store-networkpolicy.yaml',
      'deploy/base/store-service.yaml',
      'deploy/base/store-service-headless.yaml',
      'deploy/base/store-statefulset.yaml',
      'deploy/base/store-pdb.yaml',
      'deploy/components/disruption-budget/kustomization.yaml',
      'deploy/components/disruption-budget/pdb.yaml',
      ...['dev', 'stage', 'prod'].flatMap(environment =>
        [
          'config.env',
          'patch-workload.yaml',
          'patch-store.yaml',
          'kustomization.yaml',
        ].map(file => `deploy/overlays/${environment}/${file}`),
      ),
      'argocd/project.yaml',
      'argocd/applicationset.yaml',
      'catalog-info.yaml',
      'CODEOWNERS',
      'mkdocs.yml',
      ...['index', 'runbook', 'slo', 'rollout', 'storage', 'restore'].map(
        page => `docs/${page}.md`,
      ),
      'renovate.json',
      '.github/workflows/golden-path-check.yaml',
      '.baremetal/golden-path.yaml',
    ]);
  });

  it('refers to every manifest that it writes', () => {
    const files = renderService(specOf(STORE), PLATFORM);
    const index = yamlOf(files, 'deploy/base/kustomization.yaml');
    const listed = [...index.resources, ...index.configurations];
    const written = [...files.keys()]
      .filter(path => path.startsWith('deploy/base/'))
      .map(path => path.replace('deploy/base/', ''))
      .filter(path => path !== 'kustomization.yaml');
    expect(listed.sort()).toEqual(written.sort());
  });

  it('gives each Application an overlay that exists, in its own project and namespace', () => {
    const files = renderService(specOf(), PLATFORM);
    const set = yamlOf(files, 'argocd/applicationset.yaml');
    const project = yamlOf(files, 'argocd/project.yaml');
    const { elements } = set.spec.generators[0].list;
    const { spec, metadata } = set.spec.template;

    expect(elements).toHaveLength(3);
    for (const element of elements) {
      const path = spec.source.path.replace(
        '{{.environment}}',
        element.environment,
      );
      expect(files.has(`${path}/kustomization.yaml`)).toBe(true);
      expect(yamlOf(files, `${path}/kustomization.yaml`).namespace).toBe(
        element.namespace,
      );
      expect(project.spec.destinations).toContainEqual({
        name: element.cluster,
        namespace: element.namespace,
      });
    }
    expect(spec.project).toBe('orders');
    expect(project.spec.sourceRepos).toEqual([spec.source.repoURL]);
    expect(spec.source.repoURL).toBe('https://git.example/shop/orders.git');
    expect(metadata.labels['backstage.io/entity']).toBe('orders');
    expect(
      spec.syncPolicy.managedNamespaceMetadata.labels[
        'pod-security.kubernetes.io/enforce'
      ],
    ).toBe('restricted');
  });

  // The ApplicationSet controller looks for the project once and then only minutes later, and the service would not
  // be deployed until then.
  it('makes the project in a wave before the set', () => {
    const files = renderService(specOf(), PLATFORM);
    const [project, set] = ['project', 'applicationset'].map(file =>
      Number(
        yamlOf(files, `argocd/${file}.yaml`).metadata.annotations[
          'argocd.argoproj.io/sync-wave'
        ],
      ),
    );
    expect(project).toBeLessThan(set!);
  });

  // Server-side apply owns a Service's selector as a whole: every sync took away the hash by which the Rollouts
  // controller points a Service at one version.
  it('does not let the server apply', () => {
    const { template } = yamlOf(
      renderService(specOf(), PLATFORM),
      'argocd/applicationset.yaml',
    ).spec;
    expect(template.spec.syncPolicy.syncOptions).toEqual([
      'CreateNamespace=true',
    ]);
  });

  it('names Applications of an environment in several clusters after the cluster', () => {
    const files = renderService(specOf(), {
      ...PLATFORM,
      environments: [
        ...PLATFORM.environments.slice(0, 2),
        { name: 'prod', clusters: ['fra', 'ber'], production: true },
      ],
    });
    expect(
      yamlOf(
        files,
        'argocd/applicationset.yaml',
      ).spec.generators[0].list.elements.map((e: any) => e.application),
    ).toEqual([
      'orders-dev',
      'orders-stage',
      'orders-prod-fra',
      'orders-prod-ber',
    ]);
  });

  it('quotes every tag, so that 1.10 stays one', () => {
    const files = renderService(
      specOf({ image: { repository: 'registry.example/x', tag: '1.10' } }),
      PLATFORM,
    );
    expect(files.get('deploy/overlays/dev/kustomization.yaml')).toContain(
      'newTag: "1.10"',
    );
  });

  it('records what it wrote', () => {
    const files = renderService(specOf(), PLATFORM);
    const lock = yamlOf(files, '.baremetal/golden-path.yaml');
    const path = 'deploy/base/rollout.yaml';
    expect(lock.files[path]).toEqual({
      sha256: createHash('sha256').update(files.get(path)!).digest('hex'),
      ownership: 'managed',
    });
    expect(Object.keys(lock.files)).toEqual(
      [...files.keys()].filter(key => !key.startsWith('.baremetal/')),
    );
    expect(
      lock.files['deploy/overlays/prod/kustomization.yaml'].ownership,
    ).toBe('merged');
  });

  it('describes the service and its store to the catalog', () => {
    const [component, resource] = parseAllDocuments(
      renderService(
        specOf({
          ...STORE,
          description: 'Billing: "invoices" & co #1',
          system: 'system:default/shop',
        }),
        PLATFORM,
      ).get('catalog-info.yaml') ?? '',
    ).map(document => document.toJS());
    expect(component).toMatchObject({
      kind: 'Component',
      metadata: {
        name: 'orders',
        description: 'Billing: "invoices" & co #1',
        annotations: {
          'backstage.io/kubernetes-id': 'orders',
          'baremetal.dev/repository': 'shop/orders',
          'argocd/app-selector': 'backstage.io/entity=orders',
        },
      },
      spec: {
        owner: 'group:default/team-shop',
        dependsOn: ['resource:default/orders-db'],
      },
    });
    expect(resource).toMatchObject({
      kind: 'Resource',
      metadata: { name: 'orders-db' },
      spec: { type: 'database', owner: 'group:default/team-shop' },
    });
  });

  it('makes the platform team look at production', () => {
    const owners = renderService(specOf(), PLATFORM).get('CODEOWNERS');
    expect(owners).toContain('* @shop/team-shop\n');
    expect(owners).toContain(
      '/deploy/overlays/prod/ @shop/team-shop @shop/platform',
    );
    expect(owners).not.toContain('overlays/dev');
  });
});

describe('the rendered environment', () => {
  it('carries the sizes of its answers', () => {
    const find = objectsOf(
      {
        environments: environments().map(environment =>
          environment.name === 'prod'
            ? { ...environment, replicas: 7, cpu: '2', memory: '3Gi' }
            : environment,
        ),
      },
      'prod',
    );
    const rollout = find('Rollout', 'orders');
    expect(rollout.spec.replicas).toBe(7);
    expect(rollout.spec.template.spec.containers[0].resources).toEqual({
      requests: { cpu: '2', memory: '3Gi' },
      limits: { memory: '3Gi' },
    });
    expect(
      rollout.spec.template.spec.topologySpreadConstraints.map(
        (spread: any) => [spread.topologyKey, spread.whenUnsatisfiable],
      ),
    ).toEqual([
      ['topology.kubernetes.io/zone', 'DoNotSchedule'],
      ['kubernetes.io/hostname', 'ScheduleAnyway'],
    ]);
  });

  // The schema of a Rollout adds the protocol, and Argo CD showed the Rollout as changed for good.
  it('writes out what the API server would add to a Rollout', () => {
    const { template } = objectsOf({}, 'dev')('Rollout', 'orders').spec;
    expect(template.spec.containers[0].ports).toEqual([
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
    ]);
  });

  it('mounts the settings under the name that their content gives them', () => {
    const find = objectsOf({}, 'stage');
    const { name } = find('Rollout', 'orders').spec.template.spec.containers[0]
      .envFrom[0].configMapRef;
    expect(name).toMatch(/^orders-config-[a-z0-9]{10}$/);
    expect(find('ConfigMap', name).data).toEqual({ ENVIRONMENT: 'stage' });
  });

  it('has a store of one replica on the class and size of its environment', () => {
    const find = objectsOf(STORE, 'prod');
    const { spec } = find('StatefulSet', 'orders-db');
    expect(spec.replicas).toBe(1);
    expect(spec.updateStrategy).toEqual({ type: 'OnDelete' });
    expect(spec.volumeClaimTemplates[0].spec).toEqual({
      accessModes: ['ReadWriteOncePod'],
      storageClassName: 'lvm-thin',
      resources: { requests: { storage: '10Gi' } },
      volumeMode: 'Filesystem',
    });
    expect(
      spec.template.spec.containers[0].env.find(
        (variable: any) => variable.name === 'PGDATA',
      ).value,
    ).toBe('/var/lib/postgresql/data/pgdata');
    expect(
      find('Rollout', 'orders').spec.template.spec.containers[0].env,
    ).toEqual(
      expect.arrayContaining([
        { name: 'DATABASE_HOST', value: 'orders-db' },
        { name: 'DATABASE_NAME', value: 'orders' },
      ]),
    );
    expect(find('PersistentVolumeClaim', 'orders-data')).toBeUndefined();
  });

  it('brings the password from the secret store, per environment', () => {
    const spec = specOf(STORE);
    const plan = planService(spec, {
      ...PLATFORM,
      secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
    });
    const keys = plan.environments.map(({ objects }) => {
      const secret: any = objects.find(({ kind }) => kind === 'ExternalSecret');
      expect(secret.spec.secretStoreRef).toEqual({
        kind: 'ClusterSecretStore',
        name: 'vault',
      });
      return secret.spec.data[0].remoteRef.key;
    });
    expect(keys).toEqual([
      'services/orders/dev/database',
      'services/orders/stage/database',
      'services/orders/prod/database',
    ]);
    expect(plan.findings).toEqual([]);
  });

  it('is a StatefulSet with claims when each replica keeps its own files', () => {
    const find = objectsOf(
      { data: { shape: 'ownFiles' }, environments: KEEPING },
      'stage',
    );
    const set = find('StatefulSet', 'orders');
    expect(set.spec.serviceName).toBe('orders-headless');
    expect(find('Service', 'orders-headless').spec.clusterIP).toBe('None');
    expect(set.spec.template.spec.containers[0].volumeMounts).toContainEqual({
      name: 'data',
      mountPath: '/var/lib/data',
    });
    expect(find('Rollout', 'orders')).toBeUndefined();
    expect(find('AnalysisTemplate', 'orders')).toBeUndefined();
  });

  it('puts nothing behind what may wait for long', () => {
    const { environments: rendered } = planService(specOf(STORE), PLATFORM);
    const waves = rendered[0]!.objects.map(({ kind, metadata }) => [
      kind,
      Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0),
    ]);
    const last = Math.max(...waves.map(([, wave]) => Number(wave)));
    expect(
      waves.filter(([, wave]) => wave === last).map(([kind]) => kind),
    ).toEqual(expect.arrayContaining(['Rollout', 'StatefulSet']));
    expect(
      waves
        .filter(([kind]) => kind === 'Rollout' || kind === 'StatefulSet')
        .every(([, wave]) => wave === last),
    ).toBe(true);
  });

  it('is labelled for Backstage down to each pod and claim', () => {
    const { environments: rendered } = planService(specOf(STORE), PLATFORM);
    const label = 'backstage.io/kubernetes-id';
    for (const object of rendered.flatMap(({ objects }) => [...objects])) {
      const { template, volumeClaimTemplates = [] } = (object.spec ??
        {}) as any;
      const parts = [
        object,
        ...(template ? [template] : []),
        ...volumeClaimTemplates,
      ];
      expect(parts.map(part => part.metadata.labels[label])).toEqual(
        parts.map(() => 'orders'),
      );
    }
  });
});

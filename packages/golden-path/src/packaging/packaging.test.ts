import fc from 'fast-check';
import { parse } from 'yaml';
import { validAnswers } from '../__testUtils__/arbitraries';
import { HOSTILE, SERVICES } from '../__testUtils__/services';
import { planService } from '../plan';
import { renderService } from '../renderService';
import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';
import { renderChart } from './render/renderChart';

const FACTS = {
  ...PLATFORM,
  secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
  backup: {
    endpoint: 'https://s3.example:9000',
    bucket: 'backups',
    secretStoreKey: 'platform/backups',
  },
} as const;

const planned = (
  answers: Partial<ServiceAnswers>,
  packaging: 'kustomize' | 'helm',
) => planService(specOf({ ...answers, packaging }), FACTS);

const valuesIn = (files: ReadonlyMap<string, string>, environment: string) =>
  parse(files.get(`deploy/overlays/${environment}/values.yaml`) ?? '');

/** Every two choices that differ by environment, and answers that differ in everything. */
const CASES: readonly (Partial<ServiceAnswers> & { title: string })[] = [
  ...SERVICES,
  {
    title: 'environments that have nothing in common',
    exposure: { kind: 'ingressNginx' },
    environments: [
      { name: 'dev', replicas: 1, cpu: '100m', memory: '64Mi' },
      { name: 'stage', replicas: 2, cpu: '1', memory: '1Gi' },
      { name: 'prod', replicas: 9, cpu: '2', memory: '3Gi' },
    ],
  },
  {
    title: 'one environment',
    environments: environments().filter(({ name }) => name === 'prod'),
  },
  {
    title: 'a queue, in a query of its own',
    archetype: 'worker',
    scaling: {
      kind: 'keda',
      triggers: [
        {
          type: 'queue',
          query: 'sum(waiting{namespace="{{namespace}}", x="{{ y }}"})',
          perPod: 3,
        },
        { type: 'cpu' },
      ],
    },
  },
  {
    title: 'a preview that is larger than an environment',
    delivery: { strategy: 'blueGreen', blueGreen: { previewReplicas: 3 } },
    environments: environments().map((environment, i) => ({
      ...environment,
      replicas: i + 1,
    })),
  },
  {
    title: 'the image of its own upkeep',
    image: { repository: 'docker.io/library/node', tag: '24' },
    data: { shape: 'ownFiles' },
    snapshots: {},
    environments: environments({ storageClass: 'lvm-thin', size: '1Gi' }),
  },
  {
    title: 'braces of others',
    description: `{{ .Values.x }} {{- end }} {{{ }}} "{{" ${HOSTILE}`,
    migration: { command: ['sh', '-c', 'echo {{ x }}\n\n\n', ' ', '{{'] },
  },
];

describe.each(CASES)('$title', ({ title, ...answers }) => {
  const overlays = planned(answers, 'kustomize');
  const chart = planned(answers, 'helm');

  it('has the same objects in either packaging, and the same is said of them', () => {
    expect(chart.environments).toEqual(overlays.environments);
    const said = ({ findings }: typeof chart) =>
      findings.map(({ path, fix, ...finding }) => finding);
    expect(said(chart)).toEqual(said(overlays));
    expect(chart.notChecked).toEqual(overlays.notChecked);
  });

  it('has a name for every value', () => {
    const values = [...chart.files].filter(([path]) =>
      path.endsWith('/values.yaml'),
    );
    expect(values.filter(([, text]) => text.includes('overrides'))).toEqual([]);
  });
});

it('any answers have the same objects in either packaging', () => {
  fc.assert(
    fc.property(validAnswers, answers => {
      const spec = { ...specOf(answers), packaging: 'helm' as const };
      const chart = planService(spec, PLATFORM);
      const overlays = planService(
        { ...spec, packaging: 'kustomize' },
        PLATFORM,
      );
      expect(chart.environments).toEqual(overlays.environments);
      const errors = chart.findings.filter(each => each.severity === 'error');
      expect(errors).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

describe('a chart', () => {
  const STORE = {
    data: { shape: 'storeBeside' },
    environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
  } as const;

  it('stands in for base and overlays, and leaves everything else as it is', () => {
    const helm = [
      ...renderService(specOf({ packaging: 'helm' }), PLATFORM).keys(),
    ];
    const kustomize = [...renderService(specOf(), PLATFORM).keys()];
    const elsewhere = (paths: string[]) =>
      paths.filter(path => !path.startsWith('deploy/'));
    expect(elsewhere(helm)).toEqual(elsewhere(kustomize));
    expect(helm.filter(path => path.startsWith('deploy/'))).toEqual([
      'deploy/chart/Chart.yaml',
      'deploy/chart/values.yaml',
      'deploy/chart/values.schema.json',
      'deploy/chart/templates/_helpers.tpl',
      ...[
        'serviceaccount',
        'configmap',
        'dashboard-configmap',
        'service',
        'service-canary',
        'service-stable',
        'pdb',
        'analysistemplate',
        'rollout',
        'podmonitor',
        'prometheusrule',
        'networkpolicy-default-deny',
        'networkpolicy-dns',
        'networkpolicy',
      ]
        .map(file => `deploy/chart/templates/${file}.yaml`)
        .map(path => expect.stringMatching(path.replace(/[a-z-]+\.yaml$/, ''))),
      'deploy/overlays/dev/values.yaml',
      'deploy/overlays/stage/values.yaml',
      'deploy/overlays/prod/values.yaml',
    ]);
  });

  it('is the same text for the same answers', () => {
    const spec = specOf({ ...STORE, packaging: 'helm' });
    expect([...renderService(spec, PLATFORM)]).toEqual([
      ...renderService(spec, PLATFORM),
    ]);
  });

  it('has values with the names that a person would look for', () => {
    const { files } = planned(
      { ...STORE, exposure: { kind: 'gatewayApi' }, snapshots: {} },
      'helm',
    );
    expect(valuesIn(files, 'prod')).toEqual({
      image: {
        repository: 'registry.example/shop/orders',
        tag: '1.4.0',
        digest: expect.stringMatching(/^sha256:/),
      },
      replicas: 5,
      resources: {
        requests: { cpu: '250m', memory: '256Mi' },
        limits: { memory: '256Mi' },
      },
      minReadySeconds: 10,
      spread: { whenUnsatisfiable: 'DoNotSchedule' },
      hostname: 'orders-prod.apps.example',
      storage: { class: 'lvm-thin', size: '10Gi' },
      store: {
        image: {
          repository: 'docker.io/library/postgres',
          tag: expect.any(String),
          digest: '',
        },
        replicas: 1,
        resources: {
          requests: { cpu: '250m', memory: '256Mi' },
          limits: { memory: '256Mi' },
        },
      },
      credentials: { key: 'services/orders/prod/database' },
      snapshots: {
        image: {
          repository: 'docker.io/library/node',
          tag: expect.any(String),
          digest: '',
        },
      },
      dump: {
        image: {
          repository: 'docker.io/rclone/rclone',
          tag: expect.any(String),
          digest: '',
        },
        target: 'backups/services/orders/prod',
        sizeLimit: '10Gi',
      },
      disruptionBudget: { enabled: true },
      config: { ENVIRONMENT: 'prod' },
    });
  });

  it('is what each Application renders, with the values of its environment', () => {
    const files = renderService(specOf({ packaging: 'helm' }), PLATFORM);
    const { source } = parse(files.get('argocd/applicationset.yaml') ?? '').spec
      .template.spec;
    expect(source).toEqual({
      repoURL: 'https://git.example/shop/orders.git',
      targetRevision: 'main',
      path: 'deploy/chart',
      helm: {
        valueFiles: ['../overlays/{{.environment}}/values.yaml'],
      },
    });
  });

  it('stops a job, a scaler and a store when its values say so', () => {
    const rendered = (answers: Partial<ServiceAnswers>, values: string) => {
      const { files } = planned(answers, 'helm');
      const path = 'deploy/overlays/prod/values.yaml';
      const changed = new Map(files).set('extra.yaml', values);
      return renderChart(changed, {
        chart: 'deploy/chart',
        valueFiles: [path, 'extra.yaml'],
        namespace: 'orders-prod',
      });
    };
    expect(
      rendered(
        { archetype: 'job', job: { schedule: '0 4 * * *' } },
        'suspend: true',
      ),
    ).toContainEqual(
      expect.objectContaining({
        kind: 'CronJob',
        spec: expect.objectContaining({ suspend: true }),
      }),
    );
    expect(
      rendered(
        {
          archetype: 'worker',
          scaling: {
            kind: 'keda',
            triggers: [{ type: 'queue', query: 'sum(q)', perPod: 1 }],
          },
        },
        'scaling: {stopped: true}',
      ),
    ).toContainEqual(
      expect.objectContaining({
        kind: 'ScaledObject',
        metadata: expect.objectContaining({
          annotations: expect.objectContaining({
            'autoscaling.keda.sh/paused-replicas': '0',
          }),
        }),
      }),
    );
    expect(
      rendered(
        {
          data: { shape: 'sharedFiles' },
          environments: environments({ storageClass: 'nfs', size: '1Gi' }),
        },
        'storage: {snapshot: before}',
      ),
    ).toContainEqual(
      expect.objectContaining({
        kind: 'PersistentVolumeClaim',
        spec: expect.objectContaining({
          dataSource: {
            apiGroup: 'snapshot.storage.k8s.io',
            kind: 'VolumeSnapshot',
            name: 'before',
          },
        }),
      }),
    );
  });
});

import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { parse } from 'yaml';
import { checkTypes } from '../__testUtils__/checkTypes';
import { checkValues } from '../__testUtils__/models';
import { renderOverlay } from '../render/renderOverlay';
import { PLATFORM } from '../rules/goodAnswers';
import type { Manifest } from '../types';
import { parsePoolSpec, planPool, poolFitQuestion } from './planPool';
import type { PoolAnswers, PoolSpec } from './poolSpec';

const ANSWERS: PoolAnswers = {
  name: 'compute',
  environments: ['dev', 'prod'],
  storageClasses: [
    { name: 'nvme-r2', storagePool: 'nvme' },
    {
      name: 'nvme-thin',
      storagePool: 'nvme-thin',
      copies: 3,
      differentBy: 'kubernetes.io/hostname',
      remoteAccess: false,
      reclaim: 'Retain',
      overProvision: 2,
    },
  ],
  reserve: { nodes: 2, cpu: '4', memory: '8Gi' },
  images: ['registry.example:5000/base/node:24.1.0'],
};

function specOf(special: Partial<PoolAnswers> = {}): PoolSpec {
  const parsed = parsePoolSpec({ ...ANSWERS, ...special });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.spec;
}

/** Machines of the pool in both environments. */
function liveWith(nodes: number, domains: readonly string[]): FitAnswer {
  return {
    environments: ['dev', 'prod'].map(environment => ({
      environment,
      reading: {
        ok: true,
        cluster: environment,
        observedAt: '2026-11-28T12:00:00Z',
        value: {
          storageClasses: [],
          hardwareClasses: [
            {
              name: 'compute',
              nodes,
              domains,
              largestNode: { cpuMillis: 32_000, memoryBytes: 128 * 2 ** 30 },
              fitsNow: nodes,
              fitsAfterNodeLoss: nodes - 1,
            },
          ],
        },
      },
    })),
  };
}

const { files } = planPool(specOf(), PLATFORM);
const rendered = renderOverlay(files, 'pools/compute') as readonly Manifest[];
const object = (kind: string) => rendered.find(each => each.kind === kind)!;

describe('the files of a pool', () => {
  it('are a registration and a folder of objects', () => {
    expect([...files.keys()]).toEqual([
      'apps/pool-compute/project.yaml',
      'apps/pool-compute/applicationset.yaml',
      'pools/compute/kustomization.yaml',
      'pools/compute/storageclass-nvme-r2.yaml',
      'pools/compute/storageclass-nvme-thin.yaml',
      'pools/compute/networkpolicy-default-deny.yaml',
      'pools/compute/priorityclass.yaml',
      'pools/compute/reserve.yaml',
      'pools/compute/images.yaml',
      'pools/compute/prometheusrule.yaml',
    ]);
    expect(planPool(specOf(), PLATFORM).files).toEqual(files);
  });

  it('hold no more than what was answered', () => {
    const least = planPool(
      specOf({ storageClasses: [], reserve: undefined, images: [] }),
      PLATFORM,
    );
    expect([...least.files.keys()].slice(3)).toEqual([
      'pools/compute/networkpolicy-default-deny.yaml',
      'pools/compute/prometheusrule.yaml',
    ]);
    expect(least.files.get('pools/compute/prometheusrule.yaml')).not.toContain(
      'Reserve',
    );
  });

  const objects = [
    ...rendered,
    ...['project', 'applicationset'].map(
      file => parse(files.get(`apps/pool-compute/${file}.yaml`)!) as Manifest,
    ),
  ];

  it('render to objects that the cluster takes', () => {
    expect(checkTypes(objects)).toEqual([]);
    expect(checkValues(objects)).toEqual([]);
  }, 60_000);

  it('stand in the namespace of the pool, or are allowed by its project', () => {
    const project = parse(files.get('apps/pool-compute/project.yaml')!);
    const outside = rendered.filter(
      ({ metadata }) => metadata.namespace !== 'pool-compute',
    );
    expect(outside.map(({ kind }) => kind)).toEqual([
      'StorageClass',
      'StorageClass',
      'PriorityClass',
    ]);
    expect(
      project.spec.clusterResourceWhitelist.map(
        ({ kind }: { kind: string }) => kind,
      ),
    ).toEqual(['Namespace', 'StorageClass', 'PriorityClass']);
  });
});

describe('a storage class', () => {
  it('asks for copies in different domains, and waits for the first pod', () => {
    expect(object('StorageClass')).toMatchObject({
      provisioner: 'linstor.csi.linbit.com',
      allowVolumeExpansion: true,
      volumeBindingMode: 'WaitForFirstConsumer',
      reclaimPolicy: 'Delete',
      parameters: {
        'csi.storage.k8s.io/fstype': 'ext4',
        'linstor.csi.linbit.com/storagePool': 'nvme',
        'linstor.csi.linbit.com/placementCount': '2',
        'linstor.csi.linbit.com/resourceGroup': 'nvme-r2',
        'linstor.csi.linbit.com/replicasOnDifferent': PLATFORM.domainLabel,
        'linstor.csi.linbit.com/allowRemoteVolumeAccess': 'true',
        'property.linstor.csi.linbit.com/DrbdOptions/auto-quorum': 'suspend-io',
        'property.linstor.csi.linbit.com/DrbdOptions/auto-add-quorum-tiebreaker':
          'true',
      },
    });
  });

  it('with one copy has no quorum and no domains', () => {
    const single = planPool(
      specOf({
        storageClasses: [{ name: 'scratch', storagePool: 'nvme', copies: 1 }],
      }),
      PLATFORM,
    ).files.get('pools/compute/storageclass-scratch.yaml')!;
    expect(Object.keys(parse(single).parameters)).toEqual([
      'csi.storage.k8s.io/fstype',
      'linstor.csi.linbit.com/storagePool',
      'linstor.csi.linbit.com/placementCount',
      'linstor.csi.linbit.com/resourceGroup',
      'linstor.csi.linbit.com/allowRemoteVolumeAccess',
    ]);
  });
});

it('the reserve gives way to everybody, and stands on different machines', () => {
  const { spec } = object('Deployment') as any;
  expect(object('PriorityClass')).toMatchObject({
    value: -10,
    preemptionPolicy: 'Never',
    globalDefault: false,
  });
  expect(spec.template.spec.priorityClassName).toBe(
    object('PriorityClass').metadata.name,
  );
  const [apart] =
    spec.template.spec.affinity.podAntiAffinity
      .requiredDuringSchedulingIgnoredDuringExecution;
  expect(apart.labelSelector).toEqual(spec.selector);
  expect(spec.template.metadata.labels).toMatchObject(
    spec.selector.matchLabels,
  );
});

it('every image runs a program that it need not hold', () => {
  const { initContainers, volumes } = (object('DaemonSet') as any).spec.template
    .spec;
  expect(initContainers.map(({ command }: any) => command)).toEqual([
    ['cp', '/bin/busybox', '/prepull/true'],
    ['/prepull/true'],
  ]);
  expect(initContainers[1].image).toBe(ANSWERS.images![0]);
  expect(volumes[0].name).toBe(initContainers[1].volumeMounts[0].name);
});

it('alerts look at this pool only', () => {
  const [series, alerts] = (object('PrometheusRule') as any).spec.groups;
  expect(series.rules[0].expr).toContain(
    'label_node_cluster_x_k8s_io_hardware_class="compute"',
  );
  for (const { expr } of alerts.rules) {
    expect(expr).toMatch(/hardware_class="compute"|namespace="pool-compute"/);
  }
});

describe('what is wrong with a pool', () => {
  const said = (special: Partial<PoolAnswers>, live?: FitAnswer) =>
    planPool(specOf(special), PLATFORM, live).findings.map(
      ({ id, severity, path }) => `${id} ${severity} ${path}`,
    );
  const THREE = liveWith(6, ['a', 'b', 'c']);
  const classes = (special: object) => ({
    storageClasses: [{ name: 'fast', storagePool: 'nvme', ...special }],
  });

  it('nothing, when it is right', () => {
    expect(planPool(specOf(), PLATFORM, THREE)).toMatchObject({
      findings: [],
      notChecked: [],
    });
  });

  it.each<[string, Partial<PoolAnswers>, FitAnswer, string[]]>([
    [
      'an environment that is none',
      { environments: ['dev', 'test'] },
      THREE,
      ['PL01 error environments'],
    ],
    [
      'two classes of one name',
      {
        storageClasses: [
          ...classes({}).storageClasses,
          ...classes({}).storageClasses,
        ],
      },
      THREE,
      ['PL02 error storageClasses.1.name'],
    ],
    [
      'a class that exists with other copies',
      classes({
        name: PLATFORM.storageClasses[0]!.name,
        copies: 5,
        differentBy: 'rack',
      }),
      THREE,
      ['PL02 error storageClasses.0.name'],
    ],
    [
      'one copy',
      classes({ copies: 1 }),
      THREE,
      ['PL03 warning storageClasses.0.copies'],
    ],
    [
      'more copies than domains',
      { ...classes({ copies: 4 }), environments: ['dev'] },
      THREE,
      ['PL04 error storageClasses.0.copies'],
    ],
    [
      'no third domain',
      { ...classes({}), environments: ['dev'] },
      liveWith(6, ['a', 'b']),
      ['PL04 warning storageClasses.0.copies'],
    ],
    [
      'a placeholder larger than a machine',
      {
        reserve: { nodes: 1, cpu: '64', memory: '8Gi' },
        environments: ['dev'],
      },
      THREE,
      ['PL05 error reserve'],
    ],
    [
      'a reserve on every machine',
      { reserve: { nodes: 6, cpu: '4', memory: '8Gi' }, environments: ['dev'] },
      THREE,
      ['PL05 warning reserve.nodes'],
    ],
    [
      'an image that changes',
      { images: ['node:latest'] },
      THREE,
      ['PL06 error images.0'],
    ],
  ])('%s', (_, special, live, findings) => {
    expect(said(special, live)).toEqual(findings);
  });

  it('is not known before there are machines', () => {
    expect(
      planPool(specOf(), PLATFORM, liveWith(0, [])).notChecked,
    ).toHaveLength(2);
    expect(planPool(specOf(), PLATFORM).notChecked[0]).toEqual({
      id: 'PL05',
      reason: 'no machine of the class compute is known in dev',
    });
  });

  it.each<[string, object, string]>([
    ['no environments', { environments: [] }, 'environments'],
    ['an image without a tag', { images: ['reg:5000/node'] }, 'images.0'],
    [
      'text that would be another label',
      classes({ differentBy: 'rack\nzone' }),
      'storageClasses.0.differentBy',
    ],
    [
      'a class that would end a query',
      { hardwareClass: '"} or up' },
      'hardwareClass',
    ],
    ['a name with capitals', { name: 'Compute' }, 'name'],
  ])('%s is refused at once', (_, special, path) => {
    const parsed = parsePoolSpec({ ...ANSWERS, ...special });
    expect(parsed.ok ? [] : parsed.findings.map(each => each.path)).toEqual([
      path,
    ]);
  });
});

it('asks the clusters for machines with room for a placeholder', () => {
  expect(poolFitQuestion(specOf()).environments[0]).toEqual({
    environment: 'dev',
    cpuMillis: 4000,
    memoryBytes: 8 * 2 ** 30,
  });
});

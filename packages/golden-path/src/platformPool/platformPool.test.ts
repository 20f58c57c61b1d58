import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { parse } from 'yaml';
import { checkTypes } from '../__testUtils__/checkTypes';
import { checkValues } from '../__testUtils__/models';
import { renderOverlay } from '../render/renderOverlay';
import { PLATFORM } from '../rules/goodAnswers';
import type { Manifest } from '../types';
import { changeAnswers } from '../spec/changeAnswers';
import {
  parsePoolSpec,
  planPool,
  planPoolAnswers,
  poolFitQuestion,
} from './planPool';
import { answersOfPoolForm, wellFormedPool } from './poolAnswers';
import {
  ANSWERS,
  classOf,
  liveWith,
  POOL_SITUATIONS,
  specOf,
  THREE,
} from './__fixtures__/poolSituations';
import { POOL_RULES } from './poolRules';
import type { PoolAnswers } from './poolSpec';

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

  it('nothing, when it is right', () => {
    expect(planPool(specOf(), PLATFORM, THREE)).toMatchObject({
      findings: [],
      notChecked: [],
    });
  });

  it.each(POOL_SITUATIONS.map(each => [each.title, each] as const))(
    '%s',
    (_, { answers, live, id, severity, path }) => {
      expect(said(answers, live)).toEqual([`${id} ${severity} ${path}`]);
    },
  );

  const repairs = POOL_SITUATIONS.flatMap(({ answers, live, id, title }) =>
    planPool(specOf(answers), PLATFORM, live).findings.flatMap(({ repair }) =>
      repair ? [{ title, answers, live, id, repair }] : [],
    ),
  );

  it('is mended by a button where one answer does it', () => {
    expect(new Set(repairs.map(({ id }) => id))).toEqual(
      new Set(['PL02', 'PL03', 'PL04', 'PL05']),
    );
  });

  it.each(repairs)('$title: the repair does away with it', each => {
    const mended = changeAnswers(specOf(each.answers), each.repair);
    const left = planPool(mended, PLATFORM, each.live).findings;
    expect(left.map(({ id }) => id)).not.toContain(each.id);
  });

  it('is said by every rule that the page lists', () => {
    expect(new Set(POOL_SITUATIONS.map(({ id }) => id))).toEqual(
      new Set(POOL_RULES.map(({ id }) => id)),
    );
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

  it('is not known while a cluster is silent, which is another reason', () => {
    const silent: FitAnswer = {
      environments: [
        {
          environment: 'dev',
          reading: {
            ok: false,
            cluster: 'dev',
            problem: { kind: 'unreachable', message: 'it did not answer' },
          },
        },
      ],
    };
    const [first] = planPool(specOf(), PLATFORM, silent).notChecked;
    expect(first?.reason).toBe(
      'the cluster of dev was not read: it did not answer',
    );
  });

  it('is said of the answers that are well formed, beside what is wrong with the others', () => {
    const planned = planPoolAnswers(
      { ...ANSWERS, name: 'Compute', images: ['node:latest'] },
      PLATFORM,
      THREE,
    );
    expect(planned.ok ? [] : planned.findings.map(({ id }) => id)).toEqual([
      'CA02',
      'PL06',
    ]);
  });

  it.each<[string, object, string]>([
    ['no environments', { environments: [] }, 'environments'],
    ['an image without a tag', { images: ['reg:5000/node'] }, 'images.0'],
    [
      'text that would be another label',
      classOf({ differentBy: 'rack\nzone' }),
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

describe('the answers of a form', () => {
  it('are those of the pool that somebody gave', () => {
    expect(
      answersOfPoolForm({
        name: 'compute',
        hardwareClass: '',
        environments: [''],
        storageClasses: [{ name: 'fast', differentBy: '' }, {}],
        reserve: { nodes: undefined, cpu: '' },
        acknowledged: ['PL03'],
      }),
    ).toEqual({
      name: 'compute',
      environments: [],
      storageClasses: [{ name: 'fast' }, {}],
    });
  });

  it('that are not well formed stand for nothing', () => {
    expect(wellFormedPool({ name: 7, images: ['a:1', 'b'] })).toEqual({
      name: 'pool',
      hardwareClass: undefined,
      environments: [],
      storageClasses: [],
      reserve: undefined,
      images: [],
      fullAt: 0.85,
    });
    expect(wellFormedPool(undefined).environments).toEqual([]);
  });
});

import { createInterner, type KubeObject } from '@baremetal/kube-watch';
import type { RowKind } from '@baremetal/backstage-plugin-baremetal-common';
import { WATCHED } from '../watchedResources';

const DIGEST = `sha256:${'0123abcd'.repeat(8)}`;
const intern = createInterner();

function project<K extends RowKind>(kind: K, object: object) {
  return WATCHED[kind].project(object as KubeObject, intern);
}

const metadata = {
  uid: 'u-1',
  name: 'checkout-api-7d9-x1',
  namespace: 'checkout-api-stage',
  resourceVersion: '42',
  creationTimestamp: '2026-11-22T13:57:00Z',
  managedFields: [{ manager: 'kube-controller-manager' }],
  annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
  labels: {
    'backstage.io/kubernetes-id': 'checkout-api',
    'rollouts-pod-template-hash': '7d9',
    'statefulset.kubernetes.io/pod-name': 'checkout-api-7d9-x1',
  },
  ownerReferences: [
    { uid: 'u-job', kind: 'Job', name: 'other' },
    {
      uid: 'u-rs',
      kind: 'ReplicaSet',
      name: 'checkout-api-7d9',
      controller: true,
    },
  ],
};

const META = {
  uid: 'u-1',
  name: 'checkout-api-7d9-x1',
  namespace: 'checkout-api-stage',
  createdAt: '2026-11-22T13:57:00Z',
  kubernetesId: 'checkout-api',
  deleting: false,
  owner: { uid: 'u-rs', kind: 'ReplicaSet', name: 'checkout-api-7d9' },
};

const pod = {
  metadata,
  spec: {
    nodeName: 'm-4',
    priority: 1000,
    containers: [
      {
        name: 'app',
        image: 'registry.example/shop/checkout-api:1.9.2',
        env: [{ name: 'PASSWORD', value: 'hush-hush' }],
        resources: { requests: { cpu: '250m', memory: '256Mi' } },
      },
    ],
    volumes: [
      { name: 'data', persistentVolumeClaim: { claimName: 'data-0' } },
      { name: 'scratch', ephemeral: { volumeClaimTemplate: {} } },
      { name: 'tmp', emptyDir: {} },
    ],
  },
  status: {
    phase: 'Running',
    startTime: '2026-11-22T13:57:02Z',
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        lastTransitionTime: '2026-11-22T13:57:09Z',
      },
    ],
    containerStatuses: [
      {
        name: 'app',
        ready: true,
        restartCount: 1,
        imageID: `registry.example/shop/checkout-api@${DIGEST}`,
        state: { running: {} },
        lastState: {
          terminated: {
            reason: 'OOMKilled',
            exitCode: 137,
            finishedAt: '2026-11-22T13:57:05Z',
          },
        },
      },
    ],
  },
};

describe('pods', () => {
  it('keep what is judged by, and nothing that could be a secret', () => {
    const row = project('pods', pod);
    expect(row).toEqual({
      ...META,
      node: 'm-4',
      phase: 'Running',
      ready: true,
      readySince: '2026-11-22T13:57:09Z',
      startedAt: '2026-11-22T13:57:02Z',
      containers: [
        {
          name: 'app',
          image: 'registry.example/shop/checkout-api:1.9.2',
          digest: DIGEST,
          ready: true,
          restarts: 1,
          ended: {
            reason: 'OOMKilled',
            exitCode: 137,
            at: '2026-11-22T13:57:05Z',
          },
        },
      ],
      labels: {
        'backstage.io/kubernetes-id': 'checkout-api',
        'rollouts-pod-template-hash': '7d9',
      },
      request: {
        amounts: { cpu: 250, memory: 256 * 2 ** 20 },
        certainty: 'exact',
      },
      terms: expect.objectContaining({ nodeSelector: {} }),
      priority: 1000,
      preempts: true,
      claims: ['data-0', 'checkout-api-7d9-x1-scratch'],
    });
    expect(JSON.stringify(row)).not.toMatch(/hush-hush|managedFields/);
  });

  it('share what is equal', () => {
    const other = {
      ...pod,
      metadata: { ...metadata, uid: 'u-2', name: 'checkout-api-7d9-x2' },
    };
    const [a, b] = [project('pods', pod), project('pods', other)];
    expect(b.labels).toBe(a.labels);
    expect(b.request).toBe(a.request);
    expect(b.terms).toBe(a.terms);
    expect(b.containers[0]).toBe(a.containers[0]);
  });

  it.each([
    ['reported by the runtime', `repo/app@${DIGEST}`, 'app:1', DIGEST],
    ['that the runtime computed of its own', DIGEST, 'app:1', undefined],
    ['pinned in the spec', '', `repo/app:1@${DIGEST}`, DIGEST],
    ['that nobody says', undefined, 'app:1', undefined],
  ])('take a digest %s', (_, imageID, image, digest) => {
    const row = project('pods', {
      metadata,
      spec: { containers: [{ name: 'app', image }] },
      status: { containerStatuses: [{ name: 'app', imageID }] },
    });
    expect(row.containers[0]?.digest).toBe(digest);
  });

  it('say why they wait', () => {
    const row = project('pods', {
      metadata,
      spec: { containers: [{ name: 'app', image: 'app:1' }] },
      status: {
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: '0/6 nodes are available: 6 Insufficient memory.',
          },
        ],
      },
    });
    expect(row).toMatchObject({
      phase: 'Pending',
      ready: false,
      unschedulable: '0/6 nodes are available: 6 Insufficient memory.',
      request: { amounts: {} },
      priority: 0,
    });
  });
});

it('nodes keep labels, taints, allocatable and what presses them', () => {
  expect(
    project('nodes', {
      metadata: { uid: 'n', name: 'm-4', labels: { zone: 'pdu-a' } },
      spec: {
        unschedulable: true,
        taints: [{ key: 'maintenance', effect: 'NoSchedule', timeAdded: 'x' }],
      },
      status: {
        allocatable: { cpu: '31850m', memory: '64Gi', pods: '110', odd: '?' },
        conditions: [
          { type: 'Ready', status: 'Unknown', lastTransitionTime: 't' },
          { type: 'DiskPressure', status: 'True' },
          { type: 'PIDPressure', status: 'False' },
        ],
        nodeInfo: { osImage: 'Talos (v1.12.1)', kernelVersion: '6.12.9' },
      },
    }),
  ).toMatchObject({
    namespace: '',
    labels: { zone: 'pdu-a' },
    taints: [{ key: 'maintenance', effect: 'NoSchedule' }],
    unschedulable: true,
    ready: 'Unknown',
    readySince: 't',
    pressures: ['DiskPressure'],
    allocatable: { cpu: 31850, memory: 64 * 2 ** 30, pods: 110 },
    osImage: 'Talos (v1.12.1)',
  });
});

describe('rollouts', () => {
  const steps = [
    { setWeight: 20 },
    { pause: { duration: 30 } },
    { pause: { duration: '10m' } },
    { pause: {} },
    { analysis: { templates: [{ templateName: 'success-rate' }] } },
    { setCanaryScale: { replicas: 1 } },
    { setCanaryScale: { weight: 25 } },
    { setCanaryScale: { matchTrafficWeight: true } },
    { experiment: { duration: '5m' } },
    { setHeaderRoute: { name: 'beta' } },
  ];

  it('keep each kind of step', () => {
    const { strategy } = project('rollouts', {
      metadata,
      spec: { strategy: { canary: { steps, maxSurge: '25%' } } },
    });
    expect(strategy).toEqual({
      kind: 'canary',
      routed: false,
      dynamicStableScale: false,
      maxSurge: '25%',
      backgroundAnalysis: false,
      steps: [
        { kind: 'setWeight', weight: 20 },
        { kind: 'pause', duration: '30' },
        { kind: 'pause', duration: '10m' },
        { kind: 'pause' },
        { kind: 'analysis', templates: ['success-rate'] },
        { kind: 'setCanaryScale', words: '1 pod' },
        { kind: 'setCanaryScale', words: '25 %' },
        { kind: 'setCanaryScale', words: 'as the traffic' },
        { kind: 'experiment' },
        { kind: 'other', name: 'setHeaderRoute' },
      ],
    });
  });

  it('keep the state that the controller writes', () => {
    expect(
      project('rollouts', {
        metadata: {
          ...metadata,
          generation: 7,
          annotations: { 'rollout.argoproj.io/revision': '5' },
        },
        spec: { replicas: 5 },
        status: {
          observedGeneration: '7',
          phase: 'Paused',
          message: 'CanaryPauseStep',
          currentPodHash: '7d9',
          stableRS: '5c4',
          currentStepIndex: 1,
          pauseConditions: [
            { reason: 'CanaryPauseStep', startTime: '2026-11-22T14:02:00Z' },
          ],
          controllerPause: true,
          canary: {
            weights: { canary: { weight: 20 } },
            currentStepAnalysisRunStatus: { name: 'run-1' },
          },
        },
      }),
    ).toMatchObject({
      generation: 7,
      observedGeneration: '7',
      revision: 5,
      replicas: 5,
      strategy: { kind: 'none' },
      status: {
        phase: 'Paused',
        stableHash: '5c4',
        currentStepIndex: 1,
        aborted: false,
        controllerPause: true,
        canaryWeight: 20,
        stepAnalysis: 'run-1',
        pauses: [
          { reason: 'CanaryPauseStep', startedAt: '2026-11-22T14:02:00Z' },
        ],
      },
    });
  });
});

describe('analysis runs', () => {
  const run = (metric: object, more: object = {}) =>
    project('analysisRuns', {
      metadata: {
        ...metadata,
        labels: { 'rollout-type': 'Step', 'step-index': '2' },
      },
      spec: {
        args: [{ name: 'service', value: 'checkout-api' }, { name: 'key' }],
        metrics: [{ name: 'success-rate', ...metric }],
        ...more,
      },
      status: { phase: 'Running' },
    });

  it('fill in arguments, except those that come from secrets', () => {
    const row = run({
      failureLimit: 2,
      count: '{{args.key}}',
      successCondition: 'result[0] >= 0.99',
      provider: {
        prometheus: {
          query: 'rate(x{service="{{args.service}}",key="{{ args.key }}"}[1m])',
        },
      },
    });
    expect(row).toMatchObject({
      runType: 'Step',
      stepIndex: 2,
      phase: 'Running',
      metrics: [
        {
          failureLimit: 2,
          query: 'rate(x{service="checkout-api",key="{{ args.key }}"}[1m])',
          dryRun: false,
        },
      ],
    });
    expect(row.metrics[0]?.count).toBeUndefined();
    expect(row.metrics[0]?.result).toBeUndefined();
  });

  it.each([
    ['success-rate', true],
    ['.*', true],
    ['success', false],
    ['success-rate[', false],
  ])('know that a dry run of %s is meant: %s', (metricName, dryRun) => {
    const row = run({}, { dryRun: [{ metricName }] });
    expect(row.metrics[0]?.dryRun).toBe(dryRun);
  });
});

it('claims and volumes keep sizes as numbers and the handle as it is', () => {
  expect(
    project('claims', {
      metadata,
      spec: {
        volumeName: 'pvc-1',
        storageClassName: 'lvm-thick-r2',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '20Gi' } },
      },
      status: {
        phase: 'Bound',
        capacity: { storage: 'nonsense' },
        allocatedResourceStatuses: { storage: 'NodeResizePending' },
      },
    }),
  ).toMatchObject({
    phase: 'Bound',
    volume: 'pvc-1',
    requestedBytes: 20 * 2 ** 30,
    actualBytes: undefined,
    volumeMode: 'Filesystem',
    resizeStatus: 'NodeResizePending',
  });
  expect(
    project('volumes', {
      metadata: { uid: 'v', name: 'pvc-1' },
      spec: {
        csi: {
          driver: 'linstor.csi.linbit.com',
          volumeHandle: 'pvc-1/2',
          nodePublishSecretRef: { name: 'hush-hush' },
        },
        claimRef: { namespace: 'checkout-api-stage', name: 'data-0' },
      },
    }),
  ).toMatchObject({
    csi: { driver: 'linstor.csi.linbit.com', handle: 'pvc-1/2' },
    claim: { namespace: 'checkout-api-stage', name: 'data-0' },
  });
});

it('storage classes keep parameters, except names of secrets', () => {
  expect(
    project('storageClasses', {
      metadata: {
        uid: 's',
        name: 'lvm-thin',
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      provisioner: 'linstor.csi.linbit.com',
      parameters: {
        placementCount: '2',
        'csi.storage.k8s.io/provisioner-secret-name': 'hush-hush',
      },
      volumeBindingMode: 'WaitForFirstConsumer',
    }),
  ).toMatchObject({
    parameters: { placementCount: '2' },
    waitsForConsumer: true,
    expandable: false,
    isDefault: true,
  });
});

it.each([
  ['rollouts', 'rollouts-pod-template-hash', 'rollout.argoproj.io/revision'],
  ['deployments', 'pod-template-hash', 'deployment.kubernetes.io/revision'],
])('replica sets of %s know their version', (_, label, annotation) => {
  expect(
    project('replicaSets', {
      metadata: {
        ...metadata,
        labels: { [label]: '7d9' },
        annotations: { [annotation]: '3' },
      },
      spec: { replicas: 2 },
      status: { replicas: 2, availableReplicas: 1 },
    }),
  ).toMatchObject({
    podHash: '7d9',
    revision: 3,
    replicas: 2,
    currentReplicas: 2,
    availableReplicas: 1,
  });
});

it('what a controller has not yet written counts as nothing, never as an error', () => {
  const bare = { metadata: { name: 'new', namespace: 'x' } };
  for (const kind of Object.keys(WATCHED) as RowKind[]) {
    if (kind !== 'pods') {
      expect(project(kind, bare)).toMatchObject({
        name: 'new',
        deleting: false,
      });
    }
  }
});

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

const KINDS = (Object.keys(WATCHED) as RowKind[]).filter(
  kind => kind !== 'pods',
);

it.each(KINDS)(
  'what a controller has not yet written of %s counts as nothing, never as an error',
  kind => {
    const bare = { metadata: { name: 'new', namespace: 'x' } };
    expect(project(kind, bare)).toMatchObject({ name: 'new', deleting: false });
  },
);

import type {
  AnalysisRunRow,
  NodeRow,
  PodRow,
  ReplicaSetRow,
  RolloutRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

/** checkout-api, as rows: 1.9.2 waits at 20 % in stage, everything else runs 1.8.0. */
export const POOL = 'node.cluster.x-k8s.io/hardware-class';
export const DOMAIN = 'topology.kubernetes.io/zone';
export const NOW = new Date('2026-11-22T14:31:00Z');
const GIBIBYTE = 2 ** 30;
const IMAGE = 'registry.example/shop/checkout-api';

const meta = (name: string, environment: string) => ({
  uid: `${environment}/${name}`,
  name,
  namespace: `checkout-api-${environment}`,
  kubernetesId: 'checkout-api',
  deleting: false,
});

export const target = (...environments: readonly string[]): ServiceTarget => ({
  identity: {
    entityRef: 'component:default/checkout-api',
    name: 'checkout-api',
    kubernetesId: 'checkout-api',
  },
  owner: 'group:default/team-payments',
  restricted: false,
  repository: { owner: 'shop', name: 'checkout-api' },
  branch: 'main',
  overlays: 'deploy/overlays',
  environments: environments.map(environment => ({
    environment,
    cluster: environment,
    namespace: `checkout-api-${environment}`,
    production: environment === 'prod',
  })),
});

export const nodeRow = (name: string, domain: string): NodeRow => ({
  uid: name,
  name,
  namespace: '',
  deleting: false,
  labels: { [POOL]: 'compute', [DOMAIN]: domain },
  taints: [],
  unschedulable: false,
  ready: 'True',
  pressures: [],
  allocatable: { cpu: 4000, memory: 16 * GIBIBYTE, pods: 110 },
});

export const podRow = (
  environment: string,
  name: string,
  changes: Partial<PodRow> & { readonly tag?: string } = {},
): PodRow => {
  const { tag = '1.8.0', ...rest } = changes;
  return {
    ...meta(name, environment),
    owner: {
      uid: `${environment}/set-${tag}`,
      kind: 'ReplicaSet',
      name: `set-${tag}`,
    },
    node: 'm-01',
    phase: 'Running',
    ready: true,
    containers: [
      {
        name: 'checkout-api',
        image: `${IMAGE}:${tag}`,
        digest: `sha256:${tag.replaceAll('.', '').padEnd(64, '0')}`,
        ready: true,
        restarts: 0,
      },
    ],
    labels: { app: 'checkout-api' },
    request: { amounts: { cpu: 500, memory: GIBIBYTE }, certainty: 'exact' },
    terms: {
      nodeSelector: { [POOL]: 'compute' },
      nodeTerms: [],
      tolerations: [],
      spread: [],
      apart: [],
      hostPorts: [],
      unsupported: [],
    },
    priority: 0,
    preempts: true,
    claims: [],
    ...rest,
  };
};

export const setRow = (
  environment: string,
  tag: string,
  revision: number,
): ReplicaSetRow => ({
  ...meta(`set-${tag}`, environment),
  kubernetesId: undefined,
  owner: {
    uid: `${environment}/checkout-api`,
    kind: 'Rollout',
    name: 'checkout-api',
  },
  revision,
  podHash: tag,
  replicas: 1,
  currentReplicas: 1,
  readyReplicas: 1,
  availableReplicas: 1,
  images: [{ container: 'checkout-api', image: `${IMAGE}:${tag}` }],
});

export const runRow = (environment: string): AnalysisRunRow => ({
  ...meta('checkout-api-1.9.2-2-1', environment),
  kubernetesId: undefined,
  owner: {
    uid: `${environment}/checkout-api`,
    kind: 'Rollout',
    name: 'checkout-api',
  },
  stepIndex: 1,
  podHash: '1.9.2',
  phase: 'Successful',
  startedAt: '2026-11-22T13:47:00Z',
  completedAt: '2026-11-22T14:02:00Z',
  metrics: [],
});

export const rolloutRow = (
  environment: string,
  changes: { readonly waiting?: boolean } = {},
): RolloutRow => ({
  ...meta('checkout-api', environment),
  generation: 1,
  observedGeneration: '1',
  replicas: 5,
  specPaused: false,
  minReadySeconds: 0,
  progressDeadlineSeconds: 600,
  strategy: {
    kind: 'canary',
    steps: [
      { kind: 'setWeight', weight: 20 },
      { kind: 'analysis', templates: ['checkout-api'] },
      { kind: 'pause' },
    ],
    routed: false,
    dynamicStableScale: false,
    maxSurge: '25%',
    backgroundAnalysis: false,
  },
  images: [
    {
      container: 'checkout-api',
      image: `${IMAGE}:${changes.waiting ? '1.9.2' : '1.8.0'}`,
    },
  ],
  status: {
    phase: changes.waiting ? 'Paused' : 'Healthy',
    currentPodHash: changes.waiting ? '1.9.2' : '1.8.0',
    stableHash: '1.8.0',
    currentStepIndex: changes.waiting ? 2 : 3,
    aborted: false,
    promoteFull: false,
    controllerPause: changes.waiting === true,
    pauses: changes.waiting
      ? [{ reason: 'CanaryPauseStep', startedAt: '2026-11-22T14:02:00Z' }]
      : [],
    replicas: 5,
    updatedReplicas: 1,
    readyReplicas: 5,
    availableReplicas: 5,
    conditions: [],
  },
});

/** Rows of a whole environment. */
export const environmentRows = (environment: string, waiting = false) => ({
  nodes: [nodeRow('m-01', 'pdu-a'), nodeRow('m-02', 'pdu-b')],
  rollouts: [rolloutRow(environment, { waiting })],
  replicaSets: [
    setRow(environment, '1.8.0', 1),
    ...(waiting ? [setRow(environment, '1.9.2', 2)] : []),
  ],
  analysisRuns: waiting ? [runRow(environment)] : [],
  pods: [
    ...['a', 'b', 'c', 'd'].map(name => podRow(environment, name)),
    ...(waiting
      ? [podRow(environment, 'e', { tag: '1.9.2', node: 'm-02' })]
      : []),
  ],
});

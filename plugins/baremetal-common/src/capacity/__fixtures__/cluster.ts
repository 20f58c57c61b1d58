import type {
  BudgetRow,
  NodeRow,
  PodRow,
  ReplicaSetRow,
  RolloutRow,
} from '../../kube';
import { ANYWHERE } from '../terms';

const GIBIBYTE = 2 ** 30;
export const POOL = 'node.cluster.x-k8s.io/hardware-class';
export const DOMAIN = 'topology.kubernetes.io/zone';
export const LABELS = { pool: POOL, domain: DOMAIN };

const meta = (name: string, namespace = '') => ({
  uid: `uid-${name}`,
  name,
  namespace,
  deleting: false,
});

export function node(
  name: string,
  domain: string,
  changes: Partial<NodeRow> = {},
): NodeRow {
  return {
    ...meta(name),
    labels: {
      [POOL]: 'compute',
      [DOMAIN]: domain,
      'kubernetes.io/hostname': name,
    },
    taints: [],
    unschedulable: false,
    ready: 'True',
    pressures: [],
    allocatable: { cpu: 4000, memory: 16 * GIBIBYTE, pods: 110 },
    ...changes,
  };
}

export function pod(
  name: string,
  on: string | undefined,
  changes: Partial<PodRow> = {},
): PodRow {
  return {
    ...meta(name, 'checkout-api-stage'),
    kubernetesId: 'checkout-api',
    createdAt: '2026-11-11T15:02:00Z',
    owner: { uid: 'uid-stable', kind: 'ReplicaSet', name: 'stable' },
    ...(on !== undefined && { node: on }),
    phase: 'Running',
    ready: true,
    containers: [],
    labels: { app: 'checkout-api' },
    request: { amounts: { cpu: 500, memory: GIBIBYTE }, certainty: 'exact' },
    terms: { ...ANYWHERE, nodeSelector: { [POOL]: 'compute' } },
    priority: 0,
    preempts: true,
    claims: [],
    ...changes,
  };
}

export const filler = (name: string, on: string, cpu: number): PodRow =>
  pod(name, on, {
    namespace: 'others',
    kubernetesId: undefined,
    labels: {},
    request: { amounts: { cpu, memory: GIBIBYTE }, certainty: 'exact' },
  });

export const set = (name: string, podHash: string): ReplicaSetRow => ({
  ...meta(name, 'checkout-api-stage'),
  podHash,
  replicas: 4,
  currentReplicas: 4,
  readyReplicas: 4,
  availableReplicas: 4,
  images: [],
});

export const budget = (changes: Partial<BudgetRow> = {}): BudgetRow => ({
  ...meta('checkout-api', 'checkout-api-stage'),
  minAvailable: '4',
  selector: { app: 'checkout-api' },
  expectedPods: 5,
  currentHealthy: 5,
  desiredHealthy: 4,
  disruptionsAllowed: 1,
  ...changes,
});

export const rollout = (
  replicas: number,
  strategy: Partial<Extract<RolloutRow['strategy'], { kind: 'canary' }>> = {},
): RolloutRow => ({
  ...meta('checkout-api', 'checkout-api-stage'),
  generation: 1,
  observedGeneration: '1',
  replicas,
  specPaused: false,
  minReadySeconds: 0,
  progressDeadlineSeconds: 600,
  strategy: {
    kind: 'canary',
    steps: [
      { kind: 'setWeight', weight: 5 },
      { kind: 'pause' },
      { kind: 'setWeight', weight: 50 },
    ],
    routed: false,
    dynamicStableScale: false,
    maxSurge: '25%',
    backgroundAnalysis: false,
    ...strategy,
  },
  images: [],
  status: {
    stableHash: 'stable',
    currentPodHash: 'next',
    aborted: false,
    promoteFull: false,
    controllerPause: false,
    pauses: [],
    replicas,
    updatedReplicas: 1,
    readyReplicas: replicas,
    availableReplicas: replicas,
    conditions: [],
  },
});

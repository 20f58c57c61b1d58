import { ANYWHERE } from '../../capacity/terms';
import type {
  AnalysisRunRow,
  MeasurementRow,
  MetricRow,
  PodRow,
  ReplicaSetRow,
  RolloutRow,
  RolloutStatusRow,
} from '../../kube';
import type { DeliveryRows } from '../rolloutFacts';

/** checkout-api in stage: a canary 1.9.2 over 1.8.0 with eight steps. */
export const NOW = new Date('2026-11-22T14:31:00Z');
export const WAITING_SINCE = '2026-11-22T14:02:00Z';
export const STABLE = 'sha256:1800000000000000000000000000000000000000000000000000000000000000';
export const NEXT = 'sha256:1920000000000000000000000000000000000000000000000000000000000000';

const meta = (name: string) => ({
  uid: `uid-${name}`,
  name,
  namespace: 'checkout-api-stage',
  kubernetesId: 'checkout-api',
  deleting: false,
});

const images = (tag: string) => [
  { container: 'checkout-api', image: `registry.example/shop/checkout-api:${tag}` },
];

export const STATUS: RolloutStatusRow = {
  phase: 'Paused',
  message: 'CanaryPauseStep',
  currentPodHash: 'next',
  stableHash: 'stable',
  currentStepIndex: 4,
  aborted: false,
  promoteFull: false,
  controllerPause: true,
  pauses: [{ reason: 'CanaryPauseStep', startedAt: WAITING_SINCE }],
  replicas: 5,
  updatedReplicas: 1,
  readyReplicas: 5,
  availableReplicas: 5,
  stepAnalysis: 'checkout-api-next-2-3',
  conditions: [
    {
      type: 'Completed',
      status: 'False',
      lastTransitionAt: '2026-11-22T13:41:00Z',
    },
  ],
};

export function rollout(
  status: Partial<RolloutStatusRow> = {},
  changes: Partial<RolloutRow> = {},
): RolloutRow {
  return {
    ...meta('checkout-api'),
    generation: 7,
    observedGeneration: '7',
    revision: 2,
    replicas: 5,
    specPaused: false,
    minReadySeconds: 10,
    progressDeadlineSeconds: 600,
    strategy: {
      kind: 'canary',
      steps: [
        { kind: 'setWeight', weight: 5 },
        { kind: 'pause', duration: '5m' },
        { kind: 'setWeight', weight: 20 },
        { kind: 'analysis', templates: ['checkout-api'] },
        { kind: 'pause' },
        { kind: 'setWeight', weight: 50 },
        { kind: 'pause', duration: '600' },
        { kind: 'setWeight', weight: 80 },
      ],
      routed: false,
      dynamicStableScale: false,
      maxSurge: '25%',
      maxUnavailable: '0',
      backgroundAnalysis: false,
    },
    images: images('1.9.2'),
    ...changes,
    status: { ...STATUS, ...status },
  };
}

export const promoted = (changes: Partial<RolloutStatusRow> = {}) =>
  rollout({
    phase: 'Healthy',
    message: undefined,
    stableHash: 'next',
    currentStepIndex: 8,
    controllerPause: false,
    pauses: [],
    conditions: [
      {
        type: 'Healthy',
        status: 'True',
        lastTransitionAt: '2026-11-22T11:44:00Z',
      },
    ],
    ...changes,
  });

export function set(
  hash: 'stable' | 'next',
  changes: Partial<ReplicaSetRow> = {},
): ReplicaSetRow {
  const replicas = hash === 'next' ? 1 : 4;
  return {
    ...meta(`checkout-api-${hash}`),
    owner: { uid: 'uid-checkout-api', kind: 'Rollout', name: 'checkout-api' },
    revision: hash === 'next' ? 2 : 1,
    podHash: hash,
    createdAt:
      hash === 'next' ? '2026-11-22T13:41:00Z' : '2026-11-11T15:02:00Z',
    replicas,
    currentReplicas: replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    images: images(hash === 'next' ? '1.9.2' : '1.8.0'),
    ...changes,
  };
}

export function pod(
  name: string,
  hash: 'stable' | 'next',
  changes: Partial<PodRow> = {},
): PodRow {
  return {
    ...meta(name),
    owner: {
      uid: `uid-checkout-api-${hash}`,
      kind: 'ReplicaSet',
      name: `checkout-api-${hash}`,
    },
    node: 'm-stage-01',
    phase: 'Running',
    ready: true,
    startedAt: '2026-11-22T13:41:00Z',
    containers: [
      {
        name: 'checkout-api',
        image: images(hash === 'next' ? '1.9.2' : '1.8.0')[0]?.image ?? '',
        digest: hash === 'next' ? NEXT : STABLE,
        ready: true,
        restarts: 0,
      },
    ],
    labels: { 'app.kubernetes.io/name': 'checkout-api' },
    request: { amounts: { cpu: 500, memory: 2 ** 29 }, certainty: 'exact' },
    terms: ANYWHERE,
    priority: 0,
    preempts: true,
    claims: [],
    ...changes,
  };
}

export const measurement = (
  value: string | undefined,
  minute: number,
  phase: MeasurementRow['phase'] = 'Successful',
): MeasurementRow => ({
  phase,
  ...(value !== undefined && { value }),
  startedAt: `2026-11-22T13:${minute}:00Z`,
  finishedAt: `2026-11-22T13:${minute}:01Z`,
});

export function metric(changes: Partial<MetricRow> = {}): MetricRow {
  return {
    name: 'success-rate',
    successCondition:
      'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99',
    failureCondition: 'len(result) > 0 && !isNaN(result[0]) && result[0] < 0.99',
    failureLimit: 2,
    count: 5,
    dryRun: false,
    result: {
      phase: 'Successful',
      count: 2,
      successful: 2,
      failed: 0,
      inconclusive: 0,
      error: 0,
      measurements: [measurement('[0.996]', 50), measurement('[0.998]', 53)],
    },
    ...changes,
  };
}

export function run(changes: Partial<AnalysisRunRow> = {}): AnalysisRunRow {
  return {
    ...meta('checkout-api-next-2-3'),
    owner: { uid: 'uid-checkout-api', kind: 'Rollout', name: 'checkout-api' },
    runType: 'Step',
    stepIndex: 3,
    podHash: 'next',
    revision: 2,
    phase: 'Successful',
    startedAt: '2026-11-22T13:47:00Z',
    completedAt: WAITING_SINCE,
    metrics: [metric()],
    ...changes,
  };
}

export const failedRun = (): AnalysisRunRow =>
  run({
    phase: 'Failed',
    message: 'Metric "success-rate" assessed Failed due to failed (3) > failureLimit (2)',
    metrics: [
      metric({
        result: {
          phase: 'Failed',
          count: 5,
          successful: 2,
          failed: 3,
          inconclusive: 0,
          error: 0,
          measurements: [
            measurement('[0.994]', 50),
            measurement('[0.952]', 52, 'Failed'),
            measurement('[0.991]', 54),
            measurement('[0.934]', 56, 'Failed'),
            measurement('[0.91]', 58, 'Failed'),
          ],
        },
      }),
    ],
  });

export function rows(changes: Partial<DeliveryRows> = {}): DeliveryRows {
  return {
    rollouts: [rollout()],
    deployments: [],
    statefulSets: [],
    cronJobs: [],
    jobs: { known: true, value: [] },
    replicaSets: [set('stable'), set('next')],
    pods: [
      ...['a', 'b', 'c', 'd'].map(name => pod(`stable-${name}`, 'stable')),
      pod('next-a', 'next'),
    ],
    analysisRuns: { known: true, value: [run()] },
    domainOf: node => (node === '' ? undefined : 'pdu-a'),
    ...changes,
  };
}

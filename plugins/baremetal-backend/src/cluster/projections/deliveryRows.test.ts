import { createInterner, type KubeObject } from '@baremetal/kube-watch';
import type { RowKind } from '@baremetal/backstage-plugin-baremetal-common';
import { WATCHED } from '../watchedResources';

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

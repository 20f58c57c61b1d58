import { parse } from 'yaml';
import { planService } from '../../plan';
import { renderService } from '../../renderService';
import { environments, PLATFORM, specOf } from '../../rules/goodAnswers';
import type { Manifest } from '../../types';

type Answers = NonNullable<Parameters<typeof specOf>[0]>;

const KEDA: Answers['scaling'] & { kind: 'keda' } = {
  kind: 'keda',
  triggers: [
    {
      type: 'queue',
      query:
        'sum(rabbitmq_queue_messages{queue="orders",vhost="{{namespace}}"})',
      perPod: 50,
    },
  ],
};

/** Objects of one environment, by kind; the one of that kind is the service's. */
function objectsOf(answers: Answers, environment: string) {
  const { environments: rendered } = planService(specOf(answers), PLATFORM);
  const objects = rendered.find(e => e.environment === environment)?.objects;
  return (kind: string): any =>
    objects?.find(
      (object: Manifest) =>
        object.kind === kind && object.metadata.name === 'orders',
    );
}

const findingsOf = (answers: Answers) =>
  planService(specOf(answers), PLATFORM).findings;

const scale = (environment: string, replicas: number, maxReplicas?: number) =>
  environments().map(answered =>
    answered.name === environment
      ? { ...answered, replicas, maxReplicas }
      : answered,
  );

describe('a service that is scaled by how busy it is', () => {
  const answers: Answers = {
    scaling: { kind: 'hpa' },
    environments: scale('prod', 4, 20),
  };

  it('has an autoscaler with the bounds of its environment', () => {
    const { metadata, ...rest } = objectsOf(
      answers,
      'prod',
    )('HorizontalPodAutoscaler');
    expect(rest).toEqual({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      spec: {
        scaleTargetRef: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          name: 'orders',
        },
        minReplicas: 4,
        maxReplicas: 20,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 0,
            policies: [
              { type: 'Percent', value: 100, periodSeconds: 60 },
              { type: 'Pods', value: 4, periodSeconds: 60 },
            ],
            selectPolicy: 'Max',
          },
          scaleDown: {
            stabilizationWindowSeconds: 300,
            policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
            selectPolicy: 'Max',
          },
        },
      },
    });
    expect(metadata.labels['backstage.io/kubernetes-id']).toBe('orders');
    expect(metadata.annotations['argocd.argoproj.io/sync-wave']).toBe('10');
  });

  it('may have three times its replicas where nothing else was answered', () => {
    const { spec } = objectsOf(answers, 'dev')('HorizontalPodAutoscaler');
    expect([spec.minReplicas, spec.maxReplicas]).toEqual([5, 15]);
  });

  it('looks back over the longest step of its canary', () => {
    const steps = [
      { setWeight: 20 },
      { pause: { duration: '20m' } },
      { pause: {} },
    ];
    const { spec } = objectsOf(
      { ...answers, delivery: { steps } },
      'prod',
    )('HorizontalPodAutoscaler');
    expect(spec.behavior.scaleDown.stabilizationWindowSeconds).toBe(1200);
  });

  it('states no replicas, and Argo CD leaves the field alone', () => {
    expect(objectsOf(answers, 'prod')('Rollout').spec).not.toHaveProperty(
      'replicas',
    );
    const { spec } = parse(
      renderService(specOf(answers), PLATFORM).get(
        'argocd/applicationset.yaml',
      )!,
    ).spec.template;
    expect(spec.ignoreDifferences).toContainEqual({
      group: 'argoproj.io',
      kind: 'Rollout',
      name: 'orders',
      jsonPointers: ['/spec/replicas'],
    });
    expect(spec.syncPolicy.syncOptions).toContain(
      'RespectIgnoreDifferences=true',
    );
  });

  it('has a budget where at least two pods are always there', () => {
    const some = { ...answers, environments: scale('dev', 1, 9) };
    expect(objectsOf(some, 'dev')('PodDisruptionBudget')).toBeUndefined();
    expect(objectsOf(some, 'prod')('PodDisruptionBudget')).toBeDefined();
  });

  it.each([
    ['Rollout', 'argoproj.io/v1alpha1', {}],
    ['Deployment', 'apps/v1', { delivery: { strategy: 'rolling' } }],
    ['Deployment', 'apps/v1', { archetype: 'worker' }],
    [
      'StatefulSet',
      'apps/v1',
      {
        data: { shape: 'ownFiles' },
        environments: environments({
          storageClass: 'lvm-thin',
          size: '10Gi',
        }),
      },
    ],
  ] as [string, string, Answers][])('scales a %s', (kind, apiVersion, more) => {
    const find = objectsOf({ scaling: { kind: 'hpa' }, ...more }, 'prod');
    expect(find('HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({
      apiVersion,
      kind,
      name: 'orders',
    });
    expect(find(kind).spec).not.toHaveProperty('replicas');
  });
});

describe('a service that is scaled by KEDA', () => {
  it('follows the work that waits in its own environment', () => {
    const { spec } = objectsOf(
      { scaling: KEDA, environments: scale('prod', 2, 30) },
      'prod',
    )('ScaledObject');
    expect(spec).toMatchObject({
      scaleTargetRef: { kind: 'Rollout', name: 'orders' },
      minReplicaCount: 2,
      maxReplicaCount: 30,
      fallback: { failureThreshold: 3, replicas: 2 },
    });
    expect(spec).not.toHaveProperty('cooldownPeriod');
    expect(spec.triggers).toEqual([
      {
        type: 'prometheus',
        metricType: 'AverageValue',
        metadata: {
          serverAddress: 'http://prometheus.monitoring:9090',
          query:
            'sum(rabbitmq_queue_messages{queue="orders",vhost="orders-prod"})',
          threshold: '50',
        },
      },
    ]);
  });

  it('follows its own latency, its hours and its use', () => {
    const find = objectsOf(
      {
        scaling: {
          kind: 'keda',
          triggers: [
            { type: 'latency', p95Ms: 200 },
            {
              type: 'cron',
              timeZone: 'Europe/Berlin',
              start: '0 8 * * 1-5',
              end: '0 18 * * 1-5',
              replicas: 8,
            },
            { type: 'cpu' },
            { type: 'memory', utilization: 75 },
          ],
        },
      },
      'stage',
    );
    const { spec } = find('ScaledObject');
    expect(spec.triggers[0].metricType).toBe('Value');
    expect(spec.triggers[0].metadata.threshold).toBe('200');
    expect(spec.triggers[0].metadata.query).toMatch(
      /^1000 \* histogram_quantile\(0\.95, .*namespace="orders-stage",container="app".* >= 0 or vector\(0\)$/,
    );
    expect(spec.triggers.slice(1)).toEqual([
      {
        type: 'cron',
        metadata: {
          timezone: 'Europe/Berlin',
          start: '0 8 * * 1-5',
          end: '0 18 * * 1-5',
          desiredReplicas: '8',
        },
      },
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '70' } },
      { type: 'memory', metricType: 'Utilization', metadata: { value: '75' } },
    ]);
    // KEDA refuses a fallback without a trigger that counts per pod.
    expect(spec).not.toHaveProperty('fallback');
  });

  it('has no pod while there is nothing to do, where that was answered', () => {
    const answers: Answers = {
      archetype: 'worker',
      scaling: { ...KEDA, toZero: true },
    };
    const find = objectsOf(answers, 'prod');
    expect(find('ScaledObject').spec).toMatchObject({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment' },
      minReplicaCount: 0,
      maxReplicaCount: 15,
      cooldownPeriod: 300,
      fallback: { replicas: 5 },
    });
    expect(find('PodDisruptionBudget')).toBeUndefined();
    expect(
      findingsOf(answers).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('keeps a pod where nobody asked for none', () => {
    const { spec } = objectsOf(
      {
        scaling: KEDA,
        environments: scale('dev', 0),
      },
      'dev',
    )('ScaledObject');
    expect([spec.minReplicaCount, spec.maxReplicaCount]).toEqual([1, 3]);
  });

  it('takes a query as it is, whatever is in it', () => {
    const query =
      'sum(x{a=~"on|$&|{{args}}"})\n# "yes": {{namespace}} {{namespace}}';
    const { spec } = objectsOf(
      {
        scaling: {
          kind: 'keda',
          triggers: [{ type: 'queue', query, perPod: 0.5 }],
        },
      },
      'prod',
    )('ScaledObject');
    expect(spec.triggers[0].metadata).toMatchObject({
      query: 'sum(x{a=~"on|$&|{{args}}"})\n# "yes": orders-prod orders-prod',
      threshold: '0.5',
    });
  });
});

describe('recommendations', () => {
  it('are made for every kind of workload, and never applied', () => {
    const find = objectsOf({ archetype: 'job', recommendations: true }, 'prod');
    expect(find('VerticalPodAutoscaler').spec).toEqual({
      targetRef: { apiVersion: 'batch/v1', kind: 'CronJob', name: 'orders' },
      updatePolicy: { updateMode: 'Off' },
    });
    expect(
      renderService(specOf({ recommendations: true }), PLATFORM).get(
        'deploy/base/vpa.yaml',
      ),
    ).toContain('updateMode: "Off"');
  });
});

describe('findings', () => {
  it.each([
    ['an autoscaler', { scaling: { kind: 'hpa' } }],
    ['a queue', { scaling: KEDA }],
    [
      'both kinds of triggers and recommendations',
      {
        recommendations: true,
        scaling: {
          kind: 'keda',
          triggers: [{ type: 'cpu' }, { type: 'latency', p95Ms: 100 }],
        },
      },
    ],
  ] as [string, Answers][])('are none for %s', (_, answers) => {
    expect(findingsOf(answers)).toEqual([]);
  });
});

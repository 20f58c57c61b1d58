import { addToBase, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an autoscaler added beside a ScaledObject',
    answers: {
      scaling: { kind: 'keda', triggers: [{ type: 'cpu' }] },
    },
    edit: files =>
      addToBase(files, 'hpa.yaml', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'orders-cpu' },
        spec: {
          scaleTargetRef: {
            apiVersion: 'argoproj.io/v1alpha1',
            kind: 'Rollout',
            name: 'orders',
          },
          minReplicas: 5,
          maxReplicas: 6,
        },
      }),
    expect: 'error',
    says: /HorizontalPodAutoscaler orders-cpu and ScaledObject orders both scale Rollout orders/,
  },
];

import { addToBase, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a scaled service, as it is generated',
    answers: { scaling: { kind: 'hpa' } },
    expect: 'resolved',
    says: /Git states no replicas/,
  },
  {
    title: 'a scaler added to a Rollout that states its replicas',
    edit: files =>
      addToBase(files, 'hpa.yaml', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'orders' },
        spec: {
          scaleTargetRef: {
            apiVersion: 'argoproj.io/v1alpha1',
            kind: 'Rollout',
            name: 'orders',
          },
          minReplicas: 2,
          maxReplicas: 6,
        },
      }),
    expect: 'error',
    says: /every sync throws the scaler's work away/,
  },
];

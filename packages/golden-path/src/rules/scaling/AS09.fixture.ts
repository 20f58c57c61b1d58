import { addToBase, goodDeployment, type RuleFixture } from '../fixture';

const LABELS = {
  'app.kubernetes.io/name': 'worker',
  'backstage.io/kubernetes-id': 'orders',
};

function templateOnly() {
  const deployment = goodDeployment({ replicas: 0, claimName: '' });
  const { volumes: _, ...pod } = deployment.spec.template.spec;
  return {
    ...deployment,
    spec: {
      ...deployment.spec,
      template: { ...deployment.spec.template, spec: pod },
    },
  };
}

export const fixtures: RuleFixture[] = [
  {
    title: 'a password from the environment of a borrowed template',
    edit: files => {
      addToBase(files, 'worker.yaml', templateOnly());
      addToBase(files, 'worker-rollout.yaml', {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { name: 'worker', labels: LABELS },
        spec: {
          minReadySeconds: 10,
          selector: {
            matchLabels: { 'app.kubernetes.io/name': 'worker' },
          },
          workloadRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'worker',
          },
          strategy: { canary: {} },
        },
      });
      addToBase(files, 'worker-scaledobject.yaml', {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'worker' },
        spec: {
          scaleTargetRef: {
            apiVersion: 'argoproj.io/v1alpha1',
            kind: 'Rollout',
            name: 'worker',
          },
          minReplicaCount: 1,
          maxReplicaCount: 3,
          triggers: [
            {
              type: 'rabbitmq',
              metadata: {
                hostFromEnv: 'RABBITMQ_URL',
                queueName: 'orders',
                mode: 'QueueLength',
                value: '20',
              },
            },
          ],
        },
      });
    },
    expect: 'error',
    says: /reads hostFromEnv from the container of Rollout worker/,
  },
];

import {
  addToBase,
  goodClaim,
  goodDeployment,
  type RuleFixture,
} from '../fixture';

/** A worker that does not say how many pods it has: a scaler does. */
function addUnscaled(files: Parameters<typeof addToBase>[0]) {
  const { spec, ...rest } = goodDeployment({
    replicas: 1,
    claimName: 'shared',
  });
  const { replicas: _, ...unscaled } = spec;
  addToBase(files, 'worker.yaml', { ...rest, spec: unscaled });
  addToBase(files, 'claim.yaml', goodClaim('shared'));
}

export const fixtures: RuleFixture[] = [
  {
    title: 'three pods of a Deployment on one claim',
    edit: files => {
      addToBase(
        files,
        'worker.yaml',
        goodDeployment({ replicas: 3, claimName: 'shared' }),
      );
      addToBase(files, 'claim.yaml', goodClaim('shared'));
    },
    expect: 'error',
    says: /worker may have 3 pods/,
  },
  {
    title: 'one pod, which a scaler may make five',
    edit: files => {
      addUnscaled(files);
      addToBase(files, 'scaler.yaml', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'worker' },
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'worker',
          },
          minReplicas: 1,
          maxReplicas: 5,
        },
      });
    },
    expect: 'error',
    says: /worker may have 5 pods/,
  },
  {
    title: 'one pod, which KEDA may make as many as it likes',
    edit: files => {
      addUnscaled(files);
      addToBase(files, 'scaler.yaml', {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { name: 'worker' },
        spec: {
          scaleTargetRef: { name: 'worker' },
          minReplicaCount: 1,
          triggers: [{ type: 'kafka', metadata: { topic: 'orders' } }],
        },
      });
    },
    expect: 'error',
    says: /worker may have 100 pods/,
  },
];

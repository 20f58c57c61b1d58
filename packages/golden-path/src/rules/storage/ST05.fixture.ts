import { environments } from '../goodAnswers';
import { addToBase, goodDeployment, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'its own files per replica, with steps of a canary',
    answers: {
      data: { shape: 'ownFiles' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    expect: 'info',
    says: /The steps are not used/,
  },
  {
    title: 'its own files per replica, and blue/green asked for',
    answers: {
      data: { shape: 'ownFiles' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
      delivery: {
        strategy: 'blueGreen',
        blueGreen: { autoPromotionSeconds: 60 },
      },
    },
    expect: 'warning',
    says: /neither a second version beside the first nor a share of the requests \(blueGreen\)/,
    path: 'delivery.strategy',
  },
  {
    title: 'a Rollout that takes its pods from a StatefulSet',
    edit: files => {
      const set = goodDeployment({ replicas: 2, claimName: 'none' });
      addToBase(files, 'set.yaml', { ...set, kind: 'StatefulSet' });
      addToBase(files, 'rollout-of-set.yaml', {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Rollout',
        metadata: { ...set.metadata, name: 'queue' },
        spec: {
          minReadySeconds: 10,
          workloadRef: {
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            name: set.metadata.name,
          },
          strategy: { canary: {} },
        },
      });
    },
    expect: 'error',
    says: /Rollout queue is to take its pods from a StatefulSet/,
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'one Service twice',
    answers: { delivery: { strategy: 'blueGreen' } },
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.strategy.blueGreen.previewService = 'orders';
      }),
    expect: 'error',
    says: /names orders as its active and as its preview Service/,
    refused: {
      by: 'rollouts',
      says: /same service for the active and preview/,
    },
  },
  {
    title: 'a small preview that nobody looks at',
    answers: {
      delivery: {
        strategy: 'blueGreen',
        blueGreen: { previewReplicas: 1, autoPromotionSeconds: 0 },
      },
    },
    expect: 'warning',
    says: /promotes itself at once/,
    path: 'delivery.blueGreen.previewReplicas',
  },
  {
    title: 'a small preview',
    answers: {
      delivery: { strategy: 'blueGreen', blueGreen: { previewReplicas: 2 } },
    },
    expect: 'info',
    says: /need room for twice the pods all the same/,
  },
  {
    title: 'more old versions kept than remembered',
    answers: { delivery: { strategy: 'blueGreen' } },
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.strategy.blueGreen.scaleDownDelayRevisionLimit = 5;
      }),
    expect: 'error',
    says: /pods of 5 old versions and remembers only 3/,
    refused: {
      by: 'rollouts',
      says: /can not be smaller than the rollout's scale down limit/,
    },
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a ScaledObject for a Deployment over a Rollout',
    answers: { scaling: { kind: 'keda', triggers: [{ type: 'cpu' }] } },
    edit: files =>
      editYaml(files, 'deploy/base/scaledobject.yaml', object => {
        object.spec.scaleTargetRef = { name: 'orders' };
      }),
    expect: 'error',
    says: /is for Deployment orders \(apps\/v1\), and orders is a Rollout \(argoproj.io\/v1alpha1\)/,
  },
  {
    title: 'recommendations for what is not there',
    answers: { recommendations: true },
    edit: files =>
      editYaml(files, 'deploy/base/vpa.yaml', object => {
        object.spec.targetRef.name = 'order';
      }),
    expect: 'error',
    says: /there is no such object/,
  },
];

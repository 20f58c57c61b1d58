import { addToBase, goodDeployment, type RuleFixture } from '../fixture';

const consumer = () => {
  const { spec, ...deployment } = goodDeployment({
    replicas: 4,
    claimName: 'none',
  });
  return {
    ...deployment,
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    spec: {
      ...spec,
      template: {
        ...spec.template,
        spec: { ...spec.template.spec, volumes: [] },
      },
      strategy: {
        canary: { steps: [{ setWeight: 25 }, { pause: { duration: '5m' } }] },
      },
    },
  };
};

export const fixtures: RuleFixture[] = [
  {
    title: 'a canary of a worker, by hand',
    answers: { archetype: 'worker' },
    edit: files => addToBase(files, 'consumer.yaml', consumer()),
    expect: 'warning',
    says: /take work from the queue by themselves/,
  },
  {
    title: 'a worker without an answer about its strategy',
    answers: { archetype: 'worker' },
    expect: 'resolved',
    says: /replaces one pod after the other/,
  },
];

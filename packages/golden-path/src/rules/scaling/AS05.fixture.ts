import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'recommendations, as they are generated',
    answers: { scaling: { kind: 'hpa' }, recommendations: true },
    expect: 'resolved',
    says: /never set/,
  },
  {
    title: 'a VPA that was switched on under an autoscaler',
    answers: { scaling: { kind: 'hpa' }, recommendations: true },
    edit: files =>
      editYaml(files, 'deploy/base/vpa.yaml', object => {
        object.spec.updatePolicy.updateMode = 'Auto';
      }),
    expect: 'error',
    says: /updateMode Auto.*the two chase each other/,
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'as it is generated',
    expect: 'resolved',
    says: /\/tmp is an emptyDir/,
  },
  {
    title: 'without a folder for temporary files',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        object.spec.template.spec.containers[0].volumeMounts = [];
      }),
    expect: 'error',
    says: /cannot write to \/tmp: its own files are read-only/,
  },
];

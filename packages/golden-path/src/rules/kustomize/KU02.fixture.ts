import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'generators without our configurations',
    edit: files =>
      editYaml(files, 'deploy/base/kustomization.yaml', value => {
        delete value.configurations;
      }),
    expect: 'error',
    says: /kustomize is not told that a Rollout refers to it/,
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'labels of old',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.commonLabels = { team: 'shop' };
      }),
    expect: 'error',
    says: /commonLabels is deprecated/,
  },
  {
    title: 'bases of old',
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.bases = value.resources;
        delete value.resources;
      }),
    expect: 'error',
    says: /bases is deprecated/,
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'the annotation names the repository instead',
    edit: files =>
      editYaml(files, 'catalog-info.yaml', entity => {
        entity.metadata.annotations['backstage.io/kubernetes-id'] =
          'orders-repo';
      }),
    expect: 'error',
    says: /the catalog entry says orders-repo/,
    path: 'catalog-info.yaml',
  },
  {
    title: 'pods without the label',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        delete object.spec.template.metadata.labels[
          'backstage.io/kubernetes-id'
        ];
      }),
    expect: 'error',
    says: /its pods: nothing/,
  },
];

import { addToBase, editYaml, type RuleFixture } from '../fixture';

const SET = 'argocd/applicationset.yaml';

export const fixtures: RuleFixture[] = [
  { title: 'as it is generated', expect: 'resolved', says: /its only owner/ },
  {
    title: 'a namespace in the base',
    edit: files =>
      addToBase(files, 'namespace.yaml', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'orders' },
      }),
    expect: 'error',
    says: /each takes away the labels of the other/,
  },
  {
    title: 'namespaces without a standard',
    edit: files =>
      editYaml(files, SET, set => {
        delete set.spec.template.spec.syncPolicy.managedNamespaceMetadata;
      }),
    expect: 'error',
    says: /pods with the rights of their node/,
    path: SET,
  },
];

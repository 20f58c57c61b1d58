import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const answers = {
  data: { shape: 'storeBeside' },
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
} as const;

export const fixtures: RuleFixture[] = [
  {
    title: 'a store, as it is generated',
    answers,
    expect: 'resolved',
    says: /only after somebody confirms/,
  },
  {
    title: 'a store whose guard was taken away',
    answers,
    edit: files =>
      editYaml(files, 'deploy/base/store-statefulset.yaml', object => {
        delete object.metadata.annotations['argocd.argoproj.io/sync-options'];
      }),
    expect: 'error',
    says: /Nothing keeps Argo CD from deleting StatefulSet orders-db/,
  },
];

import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a prefix for the names in prod',
    answers: {
      data: { shape: 'storeBeside' },
      environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
    },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/kustomization.yaml', value => {
        value.namePrefix = 'prod-';
      }),
    expect: 'error',
    says: /namePrefix gives every claim another name/,
    path: 'deploy/overlays/prod/kustomization.yaml#/namePrefix',
  },
];

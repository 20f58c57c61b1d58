import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

export const fixtures: RuleFixture[] = [
  {
    title: 'a store, and no size for prod',
    answers: {
      data: { shape: 'storeBeside' },
      environments: KEEPING.map(environment =>
        environment.name === 'prod'
          ? { ...environment, size: undefined }
          : environment,
      ),
    },
    expect: 'error',
    says: /nothing says how much in prod/,
    path: 'environments.prod.size',
  },
  {
    title: 'a size that somebody wrote by hand',
    answers: { data: { shape: 'storeBeside' }, environments: KEEPING },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/patch-store.yaml', patch => {
        patch.find((step: any) => step.path.endsWith('/storage')).value =
          '10GB';
      }),
    expect: 'error',
    says: /"10GB", which is no size/,
    refused: {
      by: 'apiServer',
      says: /quantities must match the regular expression/,
    },
    path: 'environments.prod.size',
  },
];

import { environments } from '../goodAnswers';
import { LOCK_FILE } from '../../constants';
import { editYaml, type RuleFixture } from '../fixture';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

export const fixtures: RuleFixture[] = [
  {
    title: 'shared files that are to have less room than they were given',
    answers: {
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteMany' },
      environments: environments({ storageClass: 'nfs', size: '10Gi' }),
    },
    edit: files =>
      editYaml(files, LOCK_FILE, lock => {
        lock.spec.environments[2].size = '20Gi';
      }),
    expect: 'error',
    says: /The files of prod have a claim of 20Gi, and it is to become 10Gi/,
    path: 'environments.prod.size',
  },
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

import { LOCK_FILE } from '../../constants';
import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });

export const fixtures: RuleFixture[] = [
  {
    title: 'a store that somebody made larger in the overlay',
    answers: { data: { shape: 'storeBeside' }, environments: KEEPING },
    edit: files =>
      editYaml(files, 'deploy/overlays/prod/patch-store.yaml', patch => {
        patch.find((step: any) => step.path.endsWith('/storage')).value =
          '20Gi';
      }),
    expect: 'error',
    says: /data of 20Gi instead of 10Gi/,
    refused: {
      by: 'apiServer',
      says: /updates to statefulset spec .* are forbidden/,
      isChange: true,
    },
    path: 'environments.prod.size',
  },
  {
    title: 'another class than the one it was made on',
    answers: { data: { shape: 'ownFiles' }, environments: KEEPING },
    edit: files =>
      editYaml(files, LOCK_FILE, lock => {
        lock.spec.environments[2].storageClass = 'nfs';
      }),
    expect: 'error',
    says: /data on lvm-thin instead of nfs/,
    refused: {
      by: 'apiServer',
      says: /updates to statefulset spec .* are forbidden/,
      isChange: true,
    },
    path: 'environments.prod.storageClass',
  },
  {
    title: 'a further claim that was not there',
    answers: {
      data: {
        shape: 'ownFiles',
        furtherClaims: [{ name: 'wal', mountPath: '/wal', size: '1Gi' }],
      },
      environments: KEEPING,
    },
    edit: files =>
      editYaml(files, LOCK_FILE, lock => {
        lock.spec.data.furtherClaims = [];
      }),
    expect: 'error',
    says: /data, wal instead of data/,
    refused: {
      by: 'apiServer',
      says: /updates to statefulset spec .* are forbidden/,
      isChange: true,
    },
  },
];

import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const answers = {
  data: { shape: 'storeBeside' as const },
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
  migration: { command: ['node', 'migrate.js'], expandContract: true },
};

export const fixtures: RuleFixture[] = [
  {
    title: 'a migration before a store that is not there yet, by hand',
    answers,
    edit: files =>
      editYaml(files, 'deploy/base/store-statefulset.yaml', object => {
        object.metadata.annotations['argocd.argoproj.io/sync-wave'] = '10';
      }),
    expect: 'error',
    says: /runs in wave 5 of Sync and needs StatefulSet orders-db, which is made in wave 10 of Sync/,
  },
  {
    title: 'a migration before the sync, by hand',
    answers: { migration: answers.migration },
    edit: files =>
      editYaml(files, 'deploy/base/migration-job.yaml', object => {
        object.metadata.annotations['argocd.argoproj.io/hook'] = 'PreSync';
      }),
    expect: 'error',
    says: /needs ServiceAccount orders, which is made in wave -2 of Sync/,
  },
  {
    title: 'a migration, as it is generated',
    answers,
    expect: 'resolved',
    says: /Sync hook in wave 5: after its settings and its identity, after the store answers/,
  },
];

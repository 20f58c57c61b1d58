import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const answers = {
  data: { shape: 'sharedFiles' as const },
  environments: environments({ storageClass: 'nfs', size: '10Gi' }),
};

export const fixtures: RuleFixture[] = [
  {
    title: 'a claim in a wave before its pods, by hand',
    answers,
    edit: files =>
      editYaml(files, 'deploy/base/pvc.yaml', object => {
        object.metadata.annotations['argocd.argoproj.io/sync-wave'] = '0';
      }),
    expect: 'error',
    says: /orders-data is in wave 0, before Rollout orders/,
  },
  {
    title: 'a claim, as it is generated',
    answers,
    expect: 'resolved',
    says: /same wave as its pods/,
  },
];

import { environments } from '../goodAnswers';
import { editYaml, type RuleFixture } from '../fixture';

const base = {
  answers: {
    data: { shape: 'ownFiles' },
    environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
  },
  expect: 'warning',
} as const;

const retaining = (field: string) => (files: Map<string, string>) =>
  editYaml(files, 'deploy/base/statefulset.yaml', object => {
    object.spec.persistentVolumeClaimRetentionPolicy[field] = 'Delete';
  });

export const fixtures: RuleFixture[] = [
  {
    ...base,
    title: 'claims that go with their StatefulSet',
    edit: retaining('whenDeleted'),
    says: /takes its claims with it when it is deleted/,
  },
  {
    ...base,
    title: 'claims that go with their replica',
    edit: retaining('whenScaled'),
    says: /takes its claims with it when it has fewer replicas/,
  },
];

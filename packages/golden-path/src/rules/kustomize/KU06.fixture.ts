import { addToBase, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a Job that is named by the cluster',
    edit: files =>
      addToBase(files, 'migrate.yaml', {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { generateName: 'migrate-' },
        spec: { template: { spec: { restartPolicy: 'Never' } } },
      }),
    expect: 'error',
    says: /A Job with generateName cannot be rendered/,
    refused: { by: 'kustomize', says: /missing metadata\.name/ },
  },
];

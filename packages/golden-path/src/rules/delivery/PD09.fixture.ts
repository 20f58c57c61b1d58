import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'measured for ever',
    edit: files =>
      editYaml(files, 'deploy/base/analysistemplate.yaml', object => {
        delete object.spec.metrics[0].count;
      }),
    expect: 'error',
    says: /success-rate .* without a count/,
    refused: { by: 'rollouts', says: /success-rate which runs indefinitely/ },
  },
];

import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'an analysis, as it is generated',
    expect: 'resolved',
    says: /Without requests the analysis is inconclusive/,
  },
  {
    title: 'a condition that takes data for granted',
    edit: files =>
      editYaml(files, 'deploy/base/analysistemplate.yaml', object => {
        object.spec.metrics[1].successCondition = 'result[0] <= 0.25';
      }),
    expect: 'error',
    says: /p95-latency .* does not say what no data means/,
  },
];

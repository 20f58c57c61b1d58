import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a template beside the one of a Deployment',
    edit: files =>
      editYaml(files, 'deploy/base/rollout.yaml', object => {
        // Named after itself, so that the rules that judge its pods find them.
        object.spec.workloadRef = {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          name: 'orders',
        };
      }),
    expect: 'error',
    says: /both a template and a workloadRef/,
    refused: {
      by: 'rollouts',
      says: /template must be empty for workload reference/,
    },
  },
];

import { editYaml, type RuleFixture } from '../fixture';

const CANARY = 'deploy/base/service-canary.yaml';

export const fixtures: RuleFixture[] = [
  {
    title: 'a Service of other pods',
    edit: files =>
      editYaml(files, CANARY, service => {
        service.spec.selector['app.kubernetes.io/name'] = 'orders-new';
      }),
    expect: 'error',
    says: /selects app\.kubernetes\.io\/name=orders-new, which the pods/,
    refused: {
      by: 'rollouts',
      says: /unmatch label \"app\.kubernetes\.io\/name\"/,
    },
  },
  {
    title: 'a Service of another Rollout',
    edit: files =>
      editYaml(files, CANARY, service => {
        service.metadata.annotations[
          'argo-rollouts.argoproj.io/managed-by-rollouts'
        ] = 'billing';
      }),
    expect: 'error',
    says: /belongs to the Rollout billing/,
    refused: { by: 'rollouts', says: /managed by another Rollout/ },
  },
  {
    title: 'a Service that does not exist',
    edit: files =>
      editYaml(files, 'deploy/base/kustomization.yaml', value => {
        value.resources = value.resources.filter(
          (file: string) => file !== 'service-canary.yaml',
        );
      }),
    expect: 'error',
    says: /names the Service orders-canary, which does not exist/,
    refused: { by: 'rollouts', says: /service \"orders-canary\" not found/ },
  },
];

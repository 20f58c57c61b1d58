import { editYaml, type RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'A/B behind a load balancer',
    answers: { delivery: { strategy: 'ab' }, exposure: { kind: 'ciliumLb' } },
    expect: 'error',
    says: /a load balancer knows connections/,
    path: 'delivery.strategy',
  },
  {
    title: 'A/B inside of the cluster',
    answers: { delivery: { strategy: 'ab' } },
    expect: 'error',
    says: /no router stands before the service/,
  },
  {
    title: 'a load balancer beside the Gateway',
    answers: { exposure: { kind: 'gatewayApi' } },
    edit: files =>
      editYaml(files, 'deploy/base/service.yaml', service => {
        service.spec.type = 'LoadBalancer';
      }),
    expect: 'error',
    says: /Service orders lets callers in past the router/,
  },
  {
    title: 'a canary behind the tunnel to the Service',
    answers: { exposure: { kind: 'cloudflareTunnel', to: 'service' } },
    expect: 'resolved',
    says: /shares of its pods, because the tunnel leads straight/,
  },
];

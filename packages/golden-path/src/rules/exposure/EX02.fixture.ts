import { environments } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

export const fixtures: RuleFixture[] = [
  {
    title: 'a worker on the Gateway',
    answers: { archetype: 'worker', exposure: { kind: 'gatewayApi' } },
    expect: 'error',
    says: /A queue worker answers no requests/,
    path: 'exposure.kind',
  },
  {
    title: 'Caddy before a service of the cluster',
    answers: { edge: 'caddy' },
    expect: 'error',
    says: /nobody outside of the cluster reaches the service/,
    path: 'edge',
  },
  {
    title: 'Caddy before a load balancer',
    answers: { exposure: { kind: 'ciliumLb' }, edge: 'caddy' },
    expect: 'error',
    says: /they speak no TLS/,
  },
  {
    title: 'Caddy before the tunnel',
    answers: { exposure: { kind: 'cloudflareTunnel' }, edge: 'caddy' },
    expect: 'error',
    says: /come through the tunnel/,
  },
  {
    title: 'one host name everywhere',
    answers: {
      exposure: { kind: 'gatewayApi' },
      environments: environments({ hostname: 'orders.example.com' }),
    },
    expect: 'error',
    says: /dev and stage are both reached as orders\.example\.com/,
    path: 'environments.stage.hostname',
  },
  {
    title: 'a host name that nothing answers to',
    answers: { environments: environments({ hostname: 'orders.example.com' }) },
    expect: 'info',
    says: /orders\.example\.com has no effect/,
    path: 'environments.dev.hostname',
  },
];

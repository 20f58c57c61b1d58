import { PLATFORM } from '../goodAnswers';
import type { RuleFixture } from '../fixture';

const without = (fact: keyof NonNullable<typeof PLATFORM.exposure>) => ({
  exposure: { ...PLATFORM.exposure, [fact]: undefined },
});

const environments = PLATFORM.environments.map(
  ({ name, clusters, production }) => ({ name, clusters, production }),
);

export const fixtures: RuleFixture[] = [
  {
    title: 'a platform that exposes nothing',
    answers: { exposure: { kind: 'gatewayApi' } },
    platform: { exposure: undefined },
    expect: 'error',
    says: /no Gateway configured/,
    path: 'exposure.kind',
  },
  {
    title: 'no ingress-nginx',
    answers: { exposure: { kind: 'ingressNginx' } },
    platform: without('ingress'),
    expect: 'error',
    says: /no ingress-nginx configured/,
  },
  {
    title: 'an Ingress class that nobody acts on',
    answers: { exposure: { kind: 'ingressNginx', className: 'traefik' } },
    expect: 'error',
    says: /No controller acts on Ingresses of the class "traefik"/,
    path: 'exposure.className',
  },
  {
    title: 'no tunnel',
    answers: { exposure: { kind: 'cloudflareTunnel', to: 'service' } },
    platform: without('tunnel'),
    expect: 'error',
    says: /no Cloudflare tunnel configured/,
  },
  {
    title: 'a tunnel that does not know the Gateway',
    answers: { exposure: { kind: 'cloudflareTunnel' } },
    platform: {
      exposure: { ...PLATFORM.exposure, tunnel: { namespace: 'cloudflared' } },
    },
    expect: 'error',
    says: /how the tunnel reaches the Gateway/,
  },
  {
    title: 'no address pools',
    answers: { exposure: { kind: 'ciliumLb' } },
    platform: without('addressPools'),
    expect: 'error',
    says: /no address pools configured/,
  },
  {
    title: 'an address pool that does not exist',
    answers: { exposure: { kind: 'ciliumLb', pool: 'dmz' } },
    expect: 'error',
    says: /no address pool "dmz"/,
    path: 'exposure.pool',
  },
  {
    title: 'no host name, and no domain to make one from',
    answers: { exposure: { kind: 'gatewayApi' } },
    platform: { environments },
    expect: 'error',
    says: /no host name in dev/,
    path: 'environments.dev.hostname',
  },
  {
    title: 'no Caddy in front',
    answers: { exposure: { kind: 'gatewayApi' }, edge: 'caddy' },
    platform: without('caddy'),
    expect: 'error',
    says: /no Caddy in front of its clusters/,
    path: 'edge',
  },
  {
    title: 'a Caddy that cannot find the cluster',
    answers: { exposure: { kind: 'gatewayApi' }, edge: 'caddy' },
    platform: {
      environments: environments.map(each => ({
        ...each,
        domain: 'apps.example',
      })),
    },
    expect: 'error',
    says: /where Caddy reaches the cluster/,
  },
];

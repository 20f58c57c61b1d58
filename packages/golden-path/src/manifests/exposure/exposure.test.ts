import { parse } from 'yaml';
import { planService } from '../../plan';
import { PLATFORM, specOf } from '../../rules/goodAnswers';
import type { ServiceAnswers } from '../../spec/serviceSpec';
import type { Manifest } from '../../types';

const GATEWAY = { exposure: { kind: 'gatewayApi' } } as const;
const NGINX = { exposure: { kind: 'ingressNginx' } } as const;
const BALANCER = { exposure: { kind: 'ciliumLb', pool: 'public' } } as const;

/** Rendered objects of production, by kind and name. */
function prodOf(special: Partial<ServiceAnswers>, platform = PLATFORM) {
  const { environments, findings } = planService(specOf(special), platform);
  const objects = environments.find(e => e.environment === 'prod')?.objects;
  const find = (kind: string, name = 'orders'): any =>
    objects?.find(
      (object: Manifest) =>
        object.kind === kind && object.metadata.name === name,
    );
  return { find, findings };
}

const filesOf = (special: Partial<ServiceAnswers>, platform = PLATFORM) =>
  planService(specOf(special), platform).files;

const errorsOf = (special: Partial<ServiceAnswers>) =>
  prodOf(special).findings.filter(({ severity }) => severity === 'error');

const LABELS = {
  'app.kubernetes.io/name': 'orders',
  'app.kubernetes.io/component': 'service',
  'app.kubernetes.io/part-of': 'orders',
  'backstage.io/kubernetes-id': 'orders',
};

const AB = {
  delivery: { strategy: 'ab', ab: { by: 'header' } },
} as const;

describe('on the Gateway', () => {
  it('has a route with both versions, whose host name follows from the platform', () => {
    expect(prodOf(GATEWAY).find('HTTPRoute')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        name: 'orders',
        namespace: 'orders-prod',
        labels: LABELS,
        annotations: { 'argocd.argoproj.io/sync-wave': '10' },
      },
      spec: {
        hostnames: ['orders-prod.apps.example'],
        parentRefs: [
          {
            group: 'gateway.networking.k8s.io',
            kind: 'Gateway',
            namespace: 'gateway-system',
            name: 'shared',
            sectionName: 'https',
          },
        ],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [
              {
                group: '',
                kind: 'Service',
                name: 'orders-stable',
                port: 80,
                weight: 100,
              },
              {
                group: '',
                kind: 'Service',
                name: 'orders-canary',
                port: 80,
                weight: 0,
              },
            ],
          },
        ],
      },
    });
  });

  it('tells the plugin where its route is, in each environment', () => {
    const { canary } = prodOf(GATEWAY).find('Rollout').spec.strategy;
    expect(canary.trafficRouting).toEqual({
      plugins: {
        'argoproj-labs/gatewayAPI': {
          httpRoute: 'orders',
          namespace: 'orders-prod',
        },
      },
    });
    expect([canary.stableService, canary.canaryService]).toEqual([
      'orders-stable',
      'orders-canary',
    ]);
  });

  it('uses the host name of the answers where there is one', () => {
    const environments = specOf().environments.map(environment => ({
      ...environment,
      hostname: `orders.${environment.name}.shop.example`,
    }));
    expect(
      prodOf({ ...GATEWAY, environments }).find('HTTPRoute').spec.hostnames,
    ).toEqual(['orders.prod.shop.example']);
  });

  it.each(['blueGreen', 'rolling'] as const)(
    'leads to the main Service when a new version arrives by %s',
    strategy => {
      const { find } = prodOf({ ...GATEWAY, delivery: { strategy } });
      expect(find('HTTPRoute').spec.rules[0].backendRefs).toEqual([
        { group: '', kind: 'Service', name: 'orders', port: 80, weight: 1 },
      ]);
    },
  );

  it('manages a route of its own for callers of version B', () => {
    const { canary } = prodOf({ ...GATEWAY, ...AB }).find('Rollout').spec
      .strategy;
    expect(canary.trafficRouting.managedRoutes).toEqual([{ name: 'ab' }]);
  });

  it('admits requests of Cilium, which come from no namespace', () => {
    const { find } = prodOf(GATEWAY);
    expect(find('CiliumNetworkPolicy', 'orders-exposure').spec).toEqual({
      endpointSelector: {
        matchLabels: {
          'app.kubernetes.io/name': 'orders',
          'app.kubernetes.io/component': 'service',
        },
      },
      ingress: [
        {
          fromEntities: ['ingress'],
          toPorts: [{ ports: [{ port: 'http', protocol: 'TCP' }] }],
        },
      ],
    });
  });

  it('admits the namespace of another Gateway', () => {
    const gateway = {
      namespace: 'envoy',
      name: 'shared',
      provider: 'other',
    } as const;
    const { find } = prodOf(GATEWAY, { ...PLATFORM, exposure: { gateway } });
    expect(find('CiliumNetworkPolicy', 'orders-exposure')).toBeUndefined();
    expect(JSON.stringify(find('NetworkPolicy').spec.ingress)).toContain(
      '"kubernetes.io/metadata.name":"envoy"',
    );
  });

  it('keeps Argo CD from setting the weights back', () => {
    const { spec } = parse(
      filesOf(GATEWAY).get('argocd/applicationset.yaml') ?? '',
    ).spec.template;
    expect(spec.ignoreDifferences).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'HTTPRoute',
        name: 'orders',
        jqPathExpressions: [
          '.spec.rules[].backendRefs[].weight',
          '.spec.rules[] | select([.backendRefs[].name] == ["orders-canary"])',
        ],
      },
    ]);
    expect(spec.syncPolicy.syncOptions).toEqual([
      'CreateNamespace=true',
      'ApplyOutOfSyncOnly=true',
    ]);
  });
});

describe('behind ingress-nginx', () => {
  it('has an Ingress that leads to the stable version', () => {
    const { find } = prodOf(NGINX);
    expect(find('Ingress').spec).toEqual({
      ingressClassName: 'nginx',
      rules: [
        {
          host: 'orders-prod.apps.example',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: 'orders-stable', port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: ['orders-prod.apps.example'] }],
    });
    expect(find('Rollout').spec.strategy.canary.trafficRouting).toEqual({
      nginx: { stableIngress: 'orders' },
    });
  });

  it.each([
    [
      { by: 'header', name: 'x-try-new', value: 'always' },
      { 'canary-by-header': 'x-try-new', 'canary-by-header-value': 'always' },
    ],
    [{ by: 'cookie', name: 'try-new' }, { 'canary-by-cookie': 'try-new' }],
  ] as const)('tells callers of version B by %j', (ab, annotations) => {
    const { find } = prodOf({ ...NGINX, delivery: { strategy: 'ab', ab } });
    expect(find('Rollout').spec.strategy.canary.trafficRouting.nginx).toEqual({
      stableIngress: 'orders',
      additionalIngressAnnotations: annotations,
    });
  });
});

describe('behind a load balancer of Cilium', () => {
  it.each([
    [false, 'arp', 'Cluster', ['world', 'remote-node']],
    [true, 'bgp', 'Local', ['world']],
  ])('announced by BGP: %s', (bgp, announced, policy, entities) => {
    const { find } = prodOf({ exposure: { ...BALANCER.exposure, bgp } });
    const { metadata, spec } = find('Service');
    expect(metadata).toMatchObject({
      labels: {
        ...LABELS,
        'baremetal.dev/pool': 'public',
        'baremetal.dev/announce': announced,
      },
      annotations: { 'argocd.argoproj.io/sync-wave': '10' },
    });
    expect(spec).toMatchObject({
      type: 'LoadBalancer',
      allocateLoadBalancerNodePorts: false,
      externalTrafficPolicy: policy,
    });
    expect(
      find('CiliumNetworkPolicy', 'orders-exposure').spec.ingress[0]
        .fromEntities,
    ).toEqual(entities);
    expect(find('Rollout').spec.strategy.canary.trafficRouting).toBeUndefined();
  });
});

describe('behind the tunnel', () => {
  it('passes the Gateway, and brings the entry for the tunnel', () => {
    const tunnel = { exposure: { kind: 'cloudflareTunnel' } } as const;
    expect(prodOf(tunnel).find('HTTPRoute')).toEqual(
      prodOf(GATEWAY).find('HTTPRoute'),
    );
    expect(
      parse(filesOf(tunnel).get('edge/orders.prod.cloudflared.yaml') ?? ''),
    ).toEqual([
      {
        hostname: 'orders-prod.apps.example',
        service: 'https://gateway.internal',
        originRequest: { originServerName: 'orders-prod.apps.example' },
      },
    ]);
  });

  it('or goes straight to the Service', () => {
    const tunnel = {
      exposure: { kind: 'cloudflareTunnel', to: 'service' },
    } as const;
    const { find } = prodOf(tunnel);
    expect(find('HTTPRoute')).toBeUndefined();
    expect(JSON.stringify(find('NetworkPolicy').spec.ingress)).toContain(
      '"kubernetes.io/metadata.name":"cloudflared"',
    );
    expect(
      parse(filesOf(tunnel).get('edge/orders.prod.cloudflared.yaml') ?? ''),
    ).toEqual([
      {
        hostname: 'orders-prod.apps.example',
        service: 'http://orders.orders-prod.svc:80',
      },
    ]);
  });
});

it('lets Caddy check the certificate of the cluster', () => {
  const platform = {
    ...PLATFORM,
    exposure: { ...PLATFORM.exposure, caddy: { caFile: '/etc/inside.pem' } },
  };
  expect(
    filesOf({ ...GATEWAY, edge: 'caddy' }, platform).get(
      'edge/orders.prod.caddy',
    ),
  ).toBe(
    [
      '# To be imported by the Caddyfile in front of the cluster.',
      'orders-prod.apps.example {',
      '\treverse_proxy https://entry.prod.example:443 {',
      '\t\theader_up Host {host}',
      '\t\ttransport http {',
      '\t\t\ttls_server_name orders-prod.apps.example',
      '\t\t\ttls_trust_pool file /etc/inside.pem',
      '\t\t}',
      '\t}',
      '}',
      '',
    ].join('\n'),
  );
});

it.each(['worker', 'job'] as const)('opens nothing for a %s', archetype => {
  const paths = [...filesOf({ archetype, ...GATEWAY }).keys()];
  expect(
    paths.filter(path => /route|ingress|exposure|edge\//.test(path)),
  ).toEqual([]);
});

const WAYS: ServiceAnswers['exposure'][] = [
  { kind: 'clusterOnly' },
  { kind: 'gatewayApi' },
  { kind: 'ingressNginx' },
  { kind: 'cloudflareTunnel' },
  { kind: 'cloudflareTunnel', to: 'service' },
  { kind: 'ciliumLb' },
  { kind: 'ciliumLb', pool: 'public', bgp: true },
];

it.each(
  WAYS.flatMap(exposure =>
    (['canary', 'blueGreen', 'rolling'] as const).map(
      strategy => [exposure, strategy] as const,
    ),
  ),
)('%j goes with %s', (exposure, strategy) => {
  expect(errorsOf({ exposure, delivery: { strategy } })).toEqual([]);
});

it.each(
  (['gatewayApi', 'ingressNginx', 'cloudflareTunnel'] as const).flatMap(kind =>
    (['header', 'cookie'] as const).map(by => [kind, by] as const),
  ),
)('%s tells callers of version B by a %s', (kind, by) => {
  const special = {
    exposure: { kind },
    delivery: { strategy: 'ab', ab: { by }, dynamicStableScale: true },
  } as const;
  expect(errorsOf(special)).toEqual([]);
});

it.each(['canary', 'blueGreen'] as const)(
  'has one address at the load balancer by %s',
  strategy => {
    const { environments } = planService(
      specOf({ ...BALANCER, delivery: { strategy } }),
      PLATFORM,
    );
    const services = environments[0]!.objects.filter(
      ({ kind }) => kind === 'Service',
    );
    expect(
      services
        .filter(({ spec }) => (spec as any).type === 'LoadBalancer')
        .map(({ metadata }) => metadata.name),
    ).toEqual(['orders']);
  },
);

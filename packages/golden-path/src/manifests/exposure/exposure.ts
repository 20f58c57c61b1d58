import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named, Patch, PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';
import { ciliumPolicy } from './ciliumPolicy';
import { hostnameOf } from './hostname';
import { httpRoute } from './httpRoute';
import { ingress } from './ingress';
import { GATEWAY_PLUGIN, trafficRouting } from './trafficRouting';
import { exposureOf, passesGateway } from './ways';

const EXPOSURE_PATCH = 'patch-exposure.yaml';

const GATEWAY_ROUTE = {
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  kind: 'HTTPRoute',
};
const INGRESS = { group: 'networking.k8s.io', version: 'v1', kind: 'Ingress' };

/**
 * What lets callers from outside the cluster in: routes, Ingresses, and leave for requests that come from no pod. The
 * LoadBalancer is the main Service itself.
 *
 * Nothing for a way that the platform does not have; `EX01` says so.
 */
export function exposureObjects(
  spec: ServiceSpec,
  { exposure: facts }: PlatformFacts,
): Named[] {
  const exposure = exposureOf(spec);
  switch (exposure.kind) {
    case 'clusterOnly':
      return [];
    case 'gatewayApi':
      return gatewayObjects(spec, facts);
    case 'cloudflareTunnel':
      return exposure.to === 'gateway' ? gatewayObjects(spec, facts) : [];
    case 'ingressNginx':
      return facts?.ingress
        ? [['ingress', ingress(spec, exposure.className)]]
        : [];
    case 'ciliumLb':
      return [
        [
          'ciliumnetworkpolicy',
          // By ARP one node takes all requests, and passes them on to the others under its own address.
          ciliumPolicy(
            spec,
            exposure.bgp ? ['world'] : ['world', 'remote-node'],
          ),
        ],
      ];
  }
}

function gatewayObjects(
  spec: ServiceSpec,
  facts: PlatformFacts['exposure'],
): Named[] {
  const gateway = facts?.gateway;
  if (gateway === undefined) return [];
  return [
    ...(gateway.provider === 'cilium'
      ? ([['ciliumnetworkpolicy', ciliumPolicy(spec, ['ingress'])]] as Named[])
      : []),
    ['httproute', httpRoute(spec, gateway)],
  ];
}

/** What differs between environments: host names, and the namespace in which the router's plugin finds its route. */
export function exposurePatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): PatchFile[] {
  const { exposure: facts } = platform;
  const hostname = hostnameOf(spec, environment, platform);
  if (passesGateway(spec)) {
    return facts?.gateway
      ? [
          ...hostnamePatch(
            spec,
            GATEWAY_ROUTE,
            hostname && routeHost(hostname),
          ),
          ...routingPatch(spec, environment, platform),
        ]
      : [];
  }
  return exposureOf(spec).kind === 'ingressNginx' && facts?.ingress
    ? hostnamePatch(spec, INGRESS, hostname && ingressHost(hostname))
    : [];
}

function routeHost(hostname: string): Patch[] {
  return [{ op: 'add', path: '/spec/hostnames', value: [hostname] }];
}

function ingressHost(hostname: string): Patch[] {
  return [
    { op: 'add', path: '/spec/rules/0/host', value: hostname },
    // Without a Secret: the controller shows its own certificate.
    { op: 'add', path: '/spec/tls', value: [{ hosts: [hostname] }] },
  ];
}

function hostnamePatch(
  { name }: ServiceSpec,
  kind: Readonly<Record<string, string>>,
  operations: Patch[] | '' | undefined,
): PatchFile[] {
  return operations
    ? [{ file: EXPOSURE_PATCH, target: { ...kind, name }, operations }]
    : [];
}

function routingPatch(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): PatchFile[] {
  if (trafficRouting(spec, platform) === undefined) return [];
  return [
    {
      file: 'patch-routing.yaml',
      target: {
        group: 'argoproj.io',
        version: 'v1alpha1',
        kind: 'Rollout',
        name: spec.name,
      },
      operations: [
        {
          op: 'add',
          path: `/spec/strategy/canary/trafficRouting/plugins/${GATEWAY_PLUGIN.replace(
            '/',
            '~1',
          )}/namespace`,
          value: namespaceOf(spec.name, environment.name),
        },
      ],
    },
  ];
}

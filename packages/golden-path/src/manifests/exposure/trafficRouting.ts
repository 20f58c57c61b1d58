import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { AB_ROUTE } from './abRoute';
import { dividesRequests, exposureOf, passesGateway } from './ways';
import type { IRolloutTrafficRouting } from '../typed';

/** Name under which the Rollouts controller knows its plugin for the Gateway API. */
export const GATEWAY_PLUGIN = 'argoproj-labs/gatewayAPI';

/** `trafficRouting` of a canary or of A/B; `undefined` when no router divides the requests. */
export function trafficRouting(
  spec: ServiceSpec,
  { exposure: facts }: PlatformFacts,
): IRolloutTrafficRouting | undefined {
  if (!dividesRequests(spec)) return undefined;
  if (passesGateway(spec)) {
    return facts?.gateway && gatewayRouting(spec);
  }
  return exposureOf(spec).kind === 'ingressNginx' && facts?.ingress
    ? nginxRouting(spec)
    : undefined;
}

/** Overlays add the namespace of the route. */
function gatewayRouting({ name, delivery }: ServiceSpec) {
  return {
    ...(delivery.strategy === 'ab' && { managedRoutes: [{ name: AB_ROUTE }] }),
    plugins: { [GATEWAY_PLUGIN]: { httpRoute: name } },
  };
}

/** ingress-nginx has no header routes of its own: for A/B its second Ingress matches all the time, at any weight. */
function nginxRouting({ name, delivery }: ServiceSpec) {
  return {
    nginx: {
      stableIngress: name,
      ...(delivery.strategy === 'ab' && {
        additionalIngressAnnotations: callersOfB(delivery.ab),
      }),
    },
  };
}

// The controller puts its own prefix before each.
function callersOfB({
  by,
  name,
  value,
}: ServiceSpec['delivery']['ab']): Record<string, string> {
  switch (by) {
    case 'header':
      return { 'canary-by-header': name, 'canary-by-header-value': value };
    case 'cookie':
      return { 'canary-by-cookie': name };
  }
}

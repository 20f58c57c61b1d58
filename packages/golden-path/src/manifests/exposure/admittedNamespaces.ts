import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { exposureOf } from './ways';

/**
 * Namespaces of the pods that bring requests from outside. Empty where no pod does: for the Gateway that Cilium serves
 * and for a LoadBalancer, a CiliumNetworkPolicy admits the callers.
 */
export function admittedNamespaces(
  spec: Pick<ServiceSpec, 'archetype' | 'exposure'>,
  { exposure }: Pick<PlatformFacts, 'exposure'>,
): string[] {
  const way = exposureOf(spec);
  switch (way.kind) {
    case 'clusterOnly':
    case 'ciliumLb':
      return [];
    case 'ingressNginx':
      return exposure?.ingress ? [exposure.ingress.namespace] : [];
    case 'cloudflareTunnel':
      if (way.to === 'service') {
        return exposure?.tunnel ? [exposure.tunnel.namespace] : [];
      }
      return gatewayNamespaces(exposure);
    case 'gatewayApi':
      return gatewayNamespaces(exposure);
  }
}

function gatewayNamespaces(exposure: PlatformFacts['exposure']): string[] {
  return exposure?.gateway?.provider === 'other'
    ? [exposure.gateway.namespace]
    : [];
}

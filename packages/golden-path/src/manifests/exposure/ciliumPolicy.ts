import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf, selectorOf } from '../metadata';
import type { Typed } from '../typed';

/** Sources that Cilium knows and a NetworkPolicy has no words for. */
export type CiliumEntity = 'ingress' | 'world' | 'remote-node';

/**
 * Admits callers that are no pods, beside the NetworkPolicies: what any policy allows is allowed.
 *
 * @param entities - `ingress` is Cilium's own Gateway, `world` is everything outside the cluster, `remote-node` the node
 * that passed a request on under its own address
 */
export function ciliumPolicy(
  { name }: Pick<ServiceSpec, 'name'>,
  entities: readonly CiliumEntity[],
): Typed<'CiliumNetworkPolicy'> {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: metadataOf({
      service: name,
      name: `${name}-exposure`,
      wave: 'first',
    }),
    spec: {
      endpointSelector: { matchLabels: selectorOf(name, 'service') },
      ingress: [
        {
          fromEntities: [...entities],
          toPorts: [{ ports: [{ port: 'http', protocol: 'TCP' }] }],
        },
      ],
    },
  };
}

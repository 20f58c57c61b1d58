import type { Typed } from '../typed';
import type { Exposure } from './ways';
import { WAVES, ARGO } from '../../constants';

/** Labels by which the platform's address pools and announcements select Services. */
const POOL = 'baremetal.dev/pool';
const ANNOUNCE = 'baremetal.dev/announce';

/**
 * A Service with an address of Cilium's LB-IPAM.
 *
 * @remarks
 *
 * Cilium has no annotation for a pool: pools and announcements select Services by their labels. A label can be changed
 * later, unlike `loadBalancerClass`. Announced by BGP, only nodes with a pod are named to the routers, and callers keep
 * their address. By ARP one node answers for all pods, so `Local` would lose requests wherever that node has none. In
 * the last wave, because Argo CD waits for its address.
 */
export function loadBalancer(
  service: Typed<'Service'>,
  { pool, bgp }: Extract<Exposure, { kind: 'ciliumLb' }>,
): Typed<'Service'> {
  const { metadata, spec } = service;
  return {
    ...service,
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        ...(pool !== undefined && { [POOL]: pool }),
        [ANNOUNCE]: bgp ? 'bgp' : 'arp',
      },
      annotations: { ...metadata.annotations, [ARGO.wave]: WAVES.last },
    },
    spec: {
      ...spec,
      type: 'LoadBalancer',
      // No port on every node beside the address.
      allocateLoadBalancerNodePorts: false,
      externalTrafficPolicy: bgp ? 'Local' : 'Cluster',
    },
  };
}

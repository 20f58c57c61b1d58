import type { MetricSample } from '../prometheus/ports';
import {
  diskAt,
  hasQuorum,
  isOn,
  linkWord,
  type SimResource,
  type SimStorage,
} from './model';
import { freeBytes } from './placement';

export type NamedSample = MetricSample & { readonly name: string };

/** What drbd-reactor on each node and the controller would export. */
export function storageSeries(storage: SimStorage): NamedSample[] {
  return [
    ...[...storage.resources.values()].flatMap(resource =>
      resourceSeries(storage, resource),
    ),
    ...poolSeries(storage),
  ];
}

function resourceSeries(
  storage: SimStorage,
  resource: SimResource,
): NamedSample[] {
  return resource.members
    .filter(({ node }) => isOn(storage, node))
    .flatMap(member => {
      const { node } = member;
      const labels = { name: resource.handle, node };
      const quorum = hasQuorum(storage, resource, node);
      return [
        {
          name: 'drbd_device_quorum',
          labels: { ...labels, volume: '0' },
          value: Number(quorum),
        },
        {
          name: 'drbd_resource_suspended',
          labels,
          value: Number(member.inUse && !quorum),
        },
        ...outOfSync(storage, resource, node),
      ];
    });
}

function outOfSync(
  storage: SimStorage,
  resource: SimResource,
  node: string,
): NamedSample[] {
  return resource.members
    .filter(
      peer =>
        peer.node !== node &&
        peer.kind === 'copy' &&
        linkWord(storage, resource, [node, peer.node]) === 'Connected',
    )
    .map(peer => {
      const { percent } = diskAt(peer.disk, storage.now());
      const missing = percent === undefined ? 0 : 1 - percent / 100;
      return {
        name: 'drbd_peerdevice_outofsync_bytes',
        labels: {
          name: resource.handle,
          node,
          conn_name: peer.node,
          volume: '0',
        },
        value: Math.round(resource.sizeBytes * missing),
      };
    });
}

function poolSeries(storage: SimStorage): NamedSample[] {
  return [...storage.nodes.values()]
    .filter(({ on }) => on)
    .flatMap(node =>
      node.pools.flatMap(pool => {
        const labels = {
          storage_pool: pool.name,
          node: node.name,
          driver: pool.kind,
        };
        return [
          {
            name: 'linstor_storage_pool_capacity_free_bytes',
            labels,
            value: freeBytes(storage, node, pool.name),
          },
          {
            name: 'linstor_storage_pool_capacity_total_bytes',
            labels,
            value: pool.totalBytes,
          },
        ];
      }),
    );
}

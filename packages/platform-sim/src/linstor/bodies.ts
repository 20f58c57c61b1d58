import {
  diskAt,
  hasQuorum,
  isOn,
  linkWord,
  type SimMember,
  type SimResource,
  type SimStorage,
} from './model';
import { freeBytes, THIN_RATIO } from './placement';

/*
 * Bodies as a LINSTOR controller writes them: what is empty is left out, sizes are in KiB, and the replication secret
 * is there, because the real one also hands it to every reader.
 */

const ZONE = 'topology.kubernetes.io/zone';
const HOSTNAME = 'kubernetes.io/hostname';
const DISKLESS_POOL = 'DfltDisklessStorPool';
/** Free and total of a pool without disks: the largest signed 64-bit number, which JavaScript cannot hold. */
export const NO_LIMIT = '9223372036854775807';

const FLAGS: Record<SimMember['kind'], readonly string[]> = {
  copy: [],
  client: ['DISKLESS', 'DRBD_DISKLESS'],
  tieBreaker: ['DISKLESS', 'DRBD_DISKLESS', 'TIE_BREAKER'],
};

export function kib(bytes: number): number {
  return Math.floor(bytes / 1024);
}

export function resourceBodies(
  storage: SimStorage,
  resource: SimResource,
): object[] {
  return resource.members.map(member =>
    resourceBody(storage, resource, member),
  );
}

function resourceBody(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): object {
  const flags = FLAGS[member.kind];
  const on = isOn(storage, member.node);
  return {
    name: resource.handle,
    node_name: member.node,
    props: { StorPoolName: poolOf(resource, member) },
    layer_object: layerBody(storage, resource, member),
    create_timestamp: resource.createdAt,
    ...(flags.length > 0 ? { flags } : {}),
    ...(on ? { state: { in_use: member.inUse } } : {}),
    volumes: [volumeBody(storage, resource, member)],
  };
}

function poolOf({ group }: SimResource, { kind }: SimMember): string {
  return kind === 'copy' ? group.pool : DISKLESS_POOL;
}

function peersOf(resource: SimResource, { node }: SimMember): SimMember[] {
  return resource.members.filter(member => member.node !== node);
}

function layerBody(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): object {
  const peers = isOn(storage, member.node) ? peersOf(resource, member) : [];
  const connections = peers.map(peer => {
    const message = linkWord(storage, resource, [member.node, peer.node]);
    return [peer.node, { connected: message === 'Connected', message }];
  });
  return {
    type: 'DRBD',
    children: [{ type: 'STORAGE', storage: {} }],
    drbd: {
      drbd_resource_definition: {
        port: 7000 + (resource.minor - 1000),
        transport_type: 'IP',
        secret: 'REDACT-ME',
        down: false,
      },
      node_id: resource.members.indexOf(member),
      promotion_score: promotionScore(storage, resource, member),
      may_promote: mayPromote(storage, resource, member),
      ...(connections.length > 0
        ? { connections: Object.fromEntries(connections) }
        : {}),
    },
  };
}

function mayPromote(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): boolean {
  return (
    !resource.members.some(({ inUse }) => inUse) &&
    promotionScore(storage, resource, member) > 1
  );
}

function promotionScore(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): number {
  if (!hasQuorum(storage, resource, member.node)) {
    return 0;
  }
  const current =
    member.kind === 'copy' &&
    diskAt(member.disk, storage.now()).word === 'UpToDate';
  return current ? 10101 : 1;
}

function volumeBody(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): object {
  const diskless = member.kind !== 'copy';
  return {
    volume_number: 0,
    storage_pool_name: poolOf(resource, member),
    provider_kind: diskless
      ? 'DISKLESS'
      : providerOf(storage, resource, member),
    device_path: `/dev/drbd${resource.minor}`,
    allocated_size_kib: diskless ? 0 : kib(resource.sizeBytes),
    ...(isOn(storage, member.node)
      ? { state: volumeState(storage, resource, member) }
      : {}),
  };
}

function providerOf(
  storage: SimStorage,
  { group }: SimResource,
  { node }: SimMember,
): string {
  const pools = storage.nodes.get(node)?.pools ?? [];
  return pools.find(({ name }) => name === group.pool)?.kind ?? 'LVM';
}

function volumeState(
  storage: SimStorage,
  resource: SimResource,
  member: SimMember,
): object {
  const own = diskAt(member.disk, storage.now());
  const word = member.kind === 'copy' ? own.word : 'Diskless';
  const states = peersOf(resource, member)
    .filter(
      ({ node }) =>
        linkWord(storage, resource, [member.node, node]) === 'Connected',
    )
    .map(peer => [peer.node, replication(storage, resource, [member, peer])]);
  return {
    disk_state:
      own.percent === undefined ? word : `${word}(${own.percent.toFixed(2)}%)`,
    ...(states.length > 0
      ? { replication_states: Object.fromEntries(states) }
      : {}),
  };
}

/** One source feeds a copy that catches up: the copy in use, else the first that is current. */
function replication(
  storage: SimStorage,
  resource: SimResource,
  [from, to]: readonly [SimMember, SimMember],
): object {
  const feeds = (source: SimMember, target: SimMember) =>
    target.kind === 'copy' && sourceOf(storage, resource, target) === source
      ? diskAt(target.disk, storage.now()).percent
      : undefined;
  const outgoing = feeds(from, to);
  if (outgoing !== undefined) {
    return { replication_state: 'SyncSource', done_percentage: outgoing };
  }
  const incoming = feeds(to, from);
  return incoming === undefined
    ? { replication_state: 'Established' }
    : { replication_state: 'SyncTarget', done_percentage: incoming };
}

function sourceOf(
  storage: SimStorage,
  resource: SimResource,
  target: SimMember,
): SimMember | undefined {
  const current = resource.members.filter(
    member =>
      member.kind === 'copy' &&
      member !== target &&
      diskAt(member.disk, storage.now()).word === 'UpToDate' &&
      linkWord(storage, resource, [member.node, target.node]) === 'Connected',
  );
  return current.find(({ inUse }) => inUse) ?? current[0];
}

export function definitionBody(resource: SimResource): object {
  return {
    name: resource.handle,
    resource_group_name: resource.group.name,
    props: {
      'Aux/csi.storage.k8s.io/pvc/name': resource.claim.name,
      'Aux/csi.storage.k8s.io/pvc/namespace': resource.claim.namespace,
      'DrbdOptions/Resource/quorum':
        resource.members.length >= 3 ? 'majority' : 'off',
      'DrbdOptions/Resource/on-no-quorum': 'suspend-io',
    },
    volume_definitions: [
      { volume_number: 0, size_kib: kib(resource.sizeBytes) },
    ],
  };
}

export function groupBodies(storage: SimStorage): object[] {
  return [...storage.classes.values()].map(({ name, pool, copies }) => ({
    name,
    select_filter: {
      place_count: copies,
      storage_pool_list: [pool],
      replicas_on_different: [`Aux/topology/${ZONE}`],
      layer_stack: ['DRBD', 'STORAGE'],
    },
  }));
}

export function nodeBodies(storage: SimStorage): object[] {
  return [...storage.nodes.values()].map(({ name, domain, on }) => ({
    name,
    type: 'SATELLITE',
    connection_status: on ? 'ONLINE' : 'OFFLINE',
    props: {
      [`Aux/topology/${ZONE}`]: domain,
      [`Aux/topology/${HOSTNAME}`]: name,
    },
  }));
}

/** Pools as JSON text: the diskless one carries numbers that JavaScript cannot write. */
export function poolsText(storage: SimStorage): string {
  const real = [...storage.nodes.values()].flatMap(node =>
    node.pools.map(pool => ({
      storage_pool_name: pool.name,
      node_name: node.name,
      provider_kind: pool.kind,
      props:
        pool.kind === 'LVM_THIN'
          ? { MaxOversubscriptionRatio: `${THIN_RATIO}` }
          : undefined,
      ...(node.on
        ? {
            free_capacity: kib(freeBytes(storage, node, pool.name)),
            total_capacity: kib(pool.totalBytes),
          }
        : {
            reports: [
              { message: `No active connection to satellite '${node.name}'` },
            ],
          }),
      supports_snapshots: pool.kind === 'LVM_THIN',
    })),
  );
  const diskless = [...storage.nodes.keys()].map(
    node =>
      `{"storage_pool_name":"${DISKLESS_POOL}","node_name":${JSON.stringify(
        node,
      )},"provider_kind":"DISKLESS","free_capacity":${NO_LIMIT},"total_capacity":${NO_LIMIT}}`,
  );
  return `[${[...real.map(body => JSON.stringify(body)), ...diskless].join(
    ',',
  )}]`;
}

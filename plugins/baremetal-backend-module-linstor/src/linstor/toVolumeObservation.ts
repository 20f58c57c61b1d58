import type {
  PoolObservation,
  ReplicaObservation,
  VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import { toDiskReport, toLeaving, toLinks } from './replicaState';
import {
  quorumSetting,
  type Layer,
  type LinstorDefinition,
  type LinstorGroup,
  type LinstorNode,
  type LinstorPool,
  type LinstorResource,
} from './schemas';

/** Everything that one controller said, from which observations are made. */
export interface ControllerState {
  readonly resources: readonly LinstorResource[];
  readonly definitions: readonly LinstorDefinition[];
  readonly groups: readonly LinstorGroup[];
  readonly nodes: readonly LinstorNode[];
  readonly pools: readonly LinstorPool[];
}

/** Resource and volume number behind a CSI handle: `name`, or `name/number` in a consistency group. */
export function parseHandle(handle: string): {
  readonly resource: string;
  readonly number: number;
} {
  const [resource = '', number] = handle.split('/', 2);
  return { resource, number: Number(number ?? 0) };
}

/** The volume behind a handle, or `undefined` when the controller does not know it. */
export function toVolumeObservation(
  handle: string,
  state: ControllerState,
): VolumeObservation | undefined {
  const { resource, number } = parseHandle(handle);
  const resources = state.resources.filter(({ name }) => same(name, resource));
  if (resources.length === 0) {
    return undefined;
  }
  const definition = state.definitions.find(({ name }) => same(name, resource));
  const group = state.groups.find(
    ({ name }) => name === definition?.resource_group_name,
  );
  const spreadBy = spreadKey(group);
  const replicas = resources.map(item =>
    toReplica(item, { number, spreadBy, nodes: state.nodes }),
  );
  const volumeDefinition = definition?.volume_definitions.find(
    item => item.volume_number === number,
  );
  const size = volumeDefinition?.size_kib;
  return {
    handle,
    replicated: resources.some(item => drbdOf(item.layer_object) !== undefined),
    wantedCopies: group?.select_filter?.place_count,
    spreadBy,
    sizeBytes: size === undefined ? undefined : size * 1024,
    resizing: [
      ...(volumeDefinition?.flags ?? []),
      ...resources.flatMap(item => volumeOf(item, number)?.flags ?? []),
    ].some(flag => flag === 'RESIZE' || flag === 'DRBD_RESIZE'),
    quorum: { setting: quorumSetting(resources, definition) },
    replicas,
    pools: replicas.flatMap(replica => poolsUnder(replica, state.pools)),
  };
}

/** LINSTOR keeps names in upper case internally. */
function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function volumeOf(resource: LinstorResource, number: number) {
  return resource.volumes.find(volume => volume.volume_number === number);
}

function drbdOf(layer: Layer | undefined): Layer['drbd'] {
  return (
    layer?.drbd ??
    layer?.children?.map(drbdOf).find(found => found !== undefined)
  );
}

/** Label key that copies must differ in, as Kubernetes spells it. */
export function spreadKey(group: LinstorGroup | undefined): string | undefined {
  return group?.select_filter?.replicas_on_different[0]
    ?.replace(/^Aux\//, '')
    .replace(/^topology\//, '')
    .replace(/=.*$/, '');
}

/** Value of a topology key on a node. */
export function topologyOf(
  node: LinstorNode | undefined,
  key: string,
): string | undefined {
  return node?.props[`Aux/topology/${key}`] ?? node?.props[`Aux/${key}`];
}

interface ReplicaContext {
  readonly number: number;
  readonly spreadBy: string | undefined;
  readonly nodes: readonly LinstorNode[];
}

function toReplica(
  resource: LinstorResource,
  { number, spreadBy, nodes }: ReplicaContext,
): ReplicaObservation {
  const node = nodes.find(({ name }) => same(name, resource.node_name));
  const drbd = drbdOf(resource.layer_object);
  const volume = volumeOf(resource, number);
  const diskless = resource.flags.includes('DISKLESS');
  const offline =
    node?.connection_status !== undefined &&
    node.connection_status !== 'ONLINE';
  const silent =
    offline || (drbd !== undefined && resource.state === undefined);
  const report = toDiskReport(volume, diskless);
  const plain = !diskless && drbd === undefined && !silent;
  const links = toLinks(drbd?.connections ?? {}, volume);
  return {
    node: resource.node_name,
    kind: kindOf(resource.flags),
    votes: drbd !== undefined,
    inUse: silent ? undefined : resource.state?.in_use,
    mayPromote: silent ? undefined : drbd?.may_promote,
    // Without replication nobody reports a disk state: the one copy is as current as it can be.
    ...(plain ? { disk: 'upToDate' } : report),
    silent,
    leaving: toLeaving([...resource.flags, ...(node?.flags ?? [])]),
    links,
    pool: diskless ? undefined : volume?.storage_pool_name,
    domain: spreadBy === undefined ? undefined : topologyOf(node, spreadBy),
    raw: rawWords(resource, volume?.state?.disk_state, links),
  };
}

function kindOf(flags: readonly string[]): ReplicaObservation['kind'] {
  if (flags.includes('TIE_BREAKER')) {
    return 'tieBreaker';
  }
  return flags.includes('DISKLESS') ? 'client' : 'copy';
}

function rawWords(
  { flags, state }: LinstorResource,
  disk: string | undefined,
  links: ReplicaObservation['links'],
): string {
  const use = state?.in_use === true ? ['in use'] : [];
  const peers = links.map(({ peer, raw }) => `${peer}: ${raw}`);
  return [disk ?? 'no disk state', ...flags, ...use, ...peers].join('; ');
}

function poolsUnder(
  { node, pool, kind }: ReplicaObservation,
  pools: readonly LinstorPool[],
): PoolObservation[] {
  return pools
    .filter(
      item =>
        kind === 'copy' &&
        same(item.node_name, node) &&
        item.storage_pool_name === pool,
    )
    .map(item => ({
      node,
      name: item.storage_pool_name,
      thin: item.provider_kind.includes('THIN'),
      snapshots: item.supports_snapshots ?? false,
      freeBytes: kib(item.free_capacity),
      totalBytes: kib(item.total_capacity),
    }));
}

function kib(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * 1024;
}

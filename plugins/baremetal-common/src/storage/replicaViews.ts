import type { ReplicaLink, ReplicaView } from '../wire/storageView';
import { isConnected, linkPairs } from './members';
import type { ReplicaObservation, VolumeObservation } from './observation';

const WORDS: Record<ReplicaView['state'], string> = {
  upToDate: 'Up to date',
  syncing: 'Syncing',
  outdated: 'Older data',
  failed: 'Disk failed',
  lost: 'Not reachable',
  unknown: 'No report',
};

/** The members of a volume, ready to be drawn; the one in use first, voters without data last. */
export function replicaViews(
  volume: VolumeObservation,
  domains: Readonly<Record<string, string>>,
): ReplicaView[] {
  return [...volume.replicas]
    .sort((a, b) => rank(a) - rank(b) || a.node.localeCompare(b.node))
    .map(replica => toView(replica, volume, domains));
}

function rank({ kind, inUse }: ReplicaObservation): number {
  if (kind === 'copy') {
    return inUse === true ? 0 : 1;
  }
  return kind === 'client' ? 2 : 3;
}

function toView(
  replica: ReplicaObservation,
  volume: VolumeObservation,
  domains: Readonly<Record<string, string>>,
): ReplicaView {
  const { node, kind, inUse, percent, raw, links, silent } = replica;
  const state = stateOf(replica, volume);
  const connected = links.filter(link => link.state === 'connected').length;
  return {
    node,
    domain: domains[node] ?? replica.domain,
    kind,
    inUse: inUse === true,
    state,
    percent: state === 'syncing' ? percent : undefined,
    words: wordsOf(replica, state),
    raw,
    connected: silent ? undefined : { to: connected, of: links.length },
  };
}

function wordsOf(
  { kind, disk }: ReplicaObservation,
  state: ReplicaView['state'],
): string {
  if (kind !== 'copy' && state === 'upToDate') {
    return 'Connected';
  }
  return disk === 'inconsistent' && state === 'outdated'
    ? 'Incomplete'
    : WORDS[state];
}

function stateOf(
  replica: ReplicaObservation,
  volume: VolumeObservation,
): ReplicaView['state'] {
  if (replica.silent) {
    return nobodyReaches(replica.node, volume) ? 'lost' : 'unknown';
  }
  if (replica.kind !== 'copy') {
    const { links } = replica;
    const cut = links.every(({ state }) => state !== 'connected');
    return links.length > 0 && cut ? 'lost' : 'upToDate';
  }
  switch (replica.disk) {
    case 'upToDate':
    case 'syncing':
    case 'failed':
    case 'unknown':
      return replica.disk;
    case 'inconsistent':
    case 'outdated':
    case 'consistent':
      return 'outdated';
    case 'none':
      return 'unknown';
  }
}

function nobodyReaches(node: string, volume: VolumeObservation): boolean {
  const views = volume.replicas.flatMap(({ silent, links }) =>
    silent ? [] : links.filter(({ peer }) => peer === node),
  );
  return views.length > 0 && views.every(({ state }) => state !== 'connected');
}

/** The lines between members, each pair once. */
export function replicaLinks(volume: VolumeObservation): ReplicaLink[] {
  return linkPairs(volume).flatMap(pair => {
    const { from, to, ends } = pair;
    if (ends.length === 0) {
      return [];
    }
    const copies = from.kind === 'copy' && to.kind === 'copy';
    const even = ends.every(({ replication }) => replication === 'established');
    const inStep = even && from.disk === 'upToDate' && to.disk === 'upToDate';
    const state = copies && inStep ? 'inSync' : 'connected';
    return [
      {
        from: from.node,
        to: to.node,
        state: isConnected(pair) ? state : ('broken' as const),
      },
    ];
  });
}

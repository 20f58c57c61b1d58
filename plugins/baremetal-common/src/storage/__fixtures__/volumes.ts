import type {
  LinkObservation,
  ReplicaObservation,
  VolumeObservation,
} from '../observation';
import type { ClaimFacts, VolumeSubject } from '../volumeFacts';

export const NOW = new Date('2026-11-22T14:31:00Z');
export const DOMAINS = { a: 'pdu-a', b: 'pdu-b', c: 'pdu-c' };

export function link(
  peer: string,
  changes: Partial<LinkObservation> = {},
): LinkObservation {
  return {
    peer,
    state: 'connected',
    replication: 'established',
    raw: 'Connected, Established',
    ...changes,
  };
}

/** A current copy without links. */
export function copy(
  node: string,
  changes: Partial<ReplicaObservation> = {},
): ReplicaObservation {
  return {
    node,
    kind: 'copy',
    votes: true,
    inUse: false,
    disk: 'upToDate',
    silent: false,
    links: [],
    raw: '',
    ...changes,
  };
}

export function tieBreaker(
  node: string,
  changes: Partial<ReplicaObservation> = {},
): ReplicaObservation {
  return copy(node, { kind: 'tieBreaker', disk: 'none', ...changes });
}

/** Members that are all connected to each other, unless a member brings links of its own. */
export function volume(
  members: readonly ReplicaObservation[],
  changes: Partial<VolumeObservation> = {},
): VolumeObservation {
  const replicas = members.map(member =>
    member.links.length > 0 || member.silent
      ? member
      : {
          ...member,
          links: members
            .filter(({ node }) => node !== member.node)
            .map(({ node }) => link(node)),
        },
  );
  return {
    handle: 'pvc-1',
    replicated: true,
    wantedCopies: members.filter(({ kind }) => kind === 'copy').length,
    spreadBy: 'topology.kubernetes.io/zone',
    resizing: false,
    quorum: {},
    pools: [],
    ...changes,
    replicas,
  };
}

export const claim: ClaimFacts = {
  name: 'data',
  phase: 'Bound',
  waitsForConsumer: false,
  sharedBlock: false,
};

export function subject(
  observed: VolumeObservation,
  changes: Partial<VolumeSubject> = {},
): VolumeSubject {
  return {
    claim,
    knowledge: { state: 'observed', volume: observed },
    domains: DOMAINS,
    now: NOW,
    ...changes,
  };
}

export const inUse = { inUse: true };

/** Two copies and a tie-breaker, the first in use. */
export const healthyR2 = volume([
  copy('a', inUse),
  copy('b'),
  tieBreaker('c'),
]);

/** Three copies, the first in use, the third at 45 %. */
export const resyncingR3 = volume([
  copy('a', inUse),
  copy('b'),
  copy('c', { disk: 'syncing', percent: 45.3 }),
]);

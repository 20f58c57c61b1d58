import type {
  LinkObservation,
  ReplicaObservation,
  VolumeObservation,
} from './observation';

/** Members that hold data, or should. */
export function copiesOf(volume: VolumeObservation): ReplicaObservation[] {
  return volume.replicas.filter(({ kind }) => kind === 'copy');
}

/** A copy whose data is known to be current. */
export function isCurrent(replica: ReplicaObservation): boolean {
  return (
    replica.kind === 'copy' && !replica.silent && replica.disk === 'upToDate'
  );
}

/** Members that count for the majority. */
export function votersOf(volume: VolumeObservation): ReplicaObservation[] {
  return volume.replicas.filter(
    ({ votes, leaving }) =>
      votes && leaving !== 'switchedOff' && leaving !== 'removed',
  );
}

export function inUseOf(volume: VolumeObservation): ReplicaObservation[] {
  return volume.replicas.filter(({ inUse }) => inUse === true);
}

/** The link of two members as both ends see it; either end may say nothing. */
export interface LinkPair {
  readonly from: ReplicaObservation;
  readonly to: ReplicaObservation;
  readonly ends: readonly LinkObservation[];
}

/** Every pair of members once, in the order of the members. */
export function linkPairs(volume: VolumeObservation): LinkPair[] {
  return volume.replicas.flatMap((from, index) =>
    volume.replicas.slice(index + 1).map(to => ({
      from,
      to,
      ends: [linkTo(from, to.node), linkTo(to, from.node)].filter(
        (link): link is LinkObservation => link !== undefined,
      ),
    })),
  );
}

export function linkTo(
  replica: ReplicaObservation,
  peer: string,
): LinkObservation | undefined {
  return replica.links.find(link => link.peer === peer);
}

/** Both ends agree, as far as they report, that they talk. */
export function isConnected({ ends }: LinkPair): boolean {
  return ends.length > 0 && ends.every(({ state }) => state === 'connected');
}

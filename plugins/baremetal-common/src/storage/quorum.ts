import { copiesOf, inUseOf, linkTo, votersOf } from './members';
import type { ReplicaObservation, VolumeObservation } from './observation';

/** Votes that the node in use can count on. */
export interface VoteCount {
  readonly have: number;
  readonly of: number;
}

/** Whether the volume may be written, and how we know. */
export type Quorum =
  | { readonly state: 'off' }
  | {
      readonly state: 'held' | 'lost';
      readonly votes: VoteCount;
      /** `estimated`: counted from links, nobody said so. */
      readonly from: 'metric' | 'taint' | 'estimated';
    };

/** Two copies and a voter without data, or three copies: fewer cannot outvote a split. */
export function quorumIsFeasible(volume: VolumeObservation): boolean {
  const copies = copiesOf(volume).filter(({ votes }) => votes).length;
  return copies >= 3 || (copies >= 2 && votersOf(volume).length > copies);
}

/**
 * Judges quorum by what was measured, else by counting the voters that the node in use is connected to. Without a node
 * in use the best connected member is counted: it is where the volume could be opened.
 *
 * A partition with exactly half of the votes keeps them, unless it stands alone.
 */
export function assessQuorum(volume: VolumeObservation): Quorum {
  const { setting, measured } = volume.quorum;
  const applies =
    setting === 'off' ? false : setting === 'on' || quorumIsFeasible(volume);
  if (!volume.replicated || (!applies && measured === undefined)) {
    return { state: 'off' };
  }
  const votes = countVotes(volume);
  if (measured) {
    const state = measured.held ? 'held' : 'lost';
    return { state, votes, from: measured.source };
  }
  const alone = votes.of >= 2 && votes.have <= 1;
  const lost = alone || votes.have * 2 < votes.of;
  return { state: lost ? 'lost' : 'held', votes, from: 'estimated' };
}

/** Votes of the node in use, else of the best connected member. */
export function countVotes(volume: VolumeObservation): VoteCount {
  const voters = votersOf(volume);
  const used = inUseOf(volume);
  const viewpoints = used.length > 0 ? used : voters;
  const have = viewpoints
    .filter(({ silent }) => !silent)
    .map(viewpoint => votesSeenFrom(viewpoint, voters));
  return { have: Math.max(0, ...have), of: voters.length };
}

function votesSeenFrom(
  viewpoint: ReplicaObservation,
  voters: readonly ReplicaObservation[],
): number {
  return voters.filter(
    voter =>
      voter.node === viewpoint.node ||
      linkTo(viewpoint, voter.node)?.state === 'connected',
  ).length;
}

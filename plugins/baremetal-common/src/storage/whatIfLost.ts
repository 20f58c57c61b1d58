import type { Tone } from '../wire/statement';
import { copiesOf, inUseOf, isCurrent, linkTo, votersOf } from './members';
import type { ReplicaObservation, VolumeObservation } from './observation';
import { quorumIsFeasible, type VoteCount } from './quorum';
import { listWords } from './words';

/** What is left of a volume when some of its nodes are gone. */
export interface LossFacts {
  readonly tone: Tone;
  /** Nodes with full, current data that are left. */
  readonly current: readonly string[];
  /** Absent when the volume has no quorum to lose. */
  readonly votes?: VoteCount;
  readonly writable: boolean;
  /** The node that has the volume open is among the lost. */
  readonly moves: boolean;
  readonly answer: string;
  readonly data: string;
  readonly service: string;
  readonly then: string;
}

/** Plays the loss of these nodes, as the volume stands now. */
export function whatIfLost(
  volume: VolumeObservation,
  nodes: readonly string[],
): LossFacts {
  const gone = new Set(nodes);
  const left = volume.replicas.filter(({ node }) => !gone.has(node));
  const current = left.filter(isCurrent).map(({ node }) => node);
  const moves = inUseOf(volume).some(({ node }) => gone.has(node));
  const votes = votesLeft(volume, left);
  const quorate = votes === undefined || votes.have * 2 >= votes.of;
  const alone = votes !== undefined && votes.of >= 2 && votes.have <= 1;
  const writable = current.length > 0 && quorate && !alone;
  const outcome = {
    volume,
    left,
    gone: nodes,
    current,
    votes,
    writable,
    moves,
  };
  return {
    tone: toneOf(outcome),
    current,
    votes,
    writable,
    moves,
    answer: answerOf(outcome),
    data: dataOf(outcome),
    service: serviceOf(outcome),
    then: thenOf(outcome),
  };
}

interface Outcome {
  readonly volume: VolumeObservation;
  readonly left: readonly ReplicaObservation[];
  readonly gone: readonly string[];
  readonly current: readonly string[];
  readonly votes?: VoteCount;
  readonly writable: boolean;
  readonly moves: boolean;
}

function votesLeft(
  volume: VolumeObservation,
  left: readonly ReplicaObservation[],
): VoteCount | undefined {
  const { setting } = volume.quorum;
  const applies = setting === 'on' || quorumIsFeasible(volume);
  if (!volume.replicated || setting === 'off' || !applies) {
    return undefined;
  }
  const voters = votersOf(volume);
  const reachable = left.filter(({ silent }) => !silent);
  const used = reachable.filter(({ inUse }) => inUse === true);
  const from = used.length > 0 ? used : reachable;
  const have = from.map(
    viewpoint =>
      voters.filter(
        voter =>
          reachable.includes(voter) &&
          (voter === viewpoint ||
            linkTo(viewpoint, voter.node)?.state === 'connected'),
      ).length,
  );
  return { have: Math.max(0, ...have), of: voters.length };
}

function toneOf({ current, writable }: Outcome): Tone {
  if (current.length === 0) {
    return 'bad';
  }
  return writable ? 'ok' : 'warn';
}

function holdsOnlyCopy({ volume, current }: Outcome): boolean {
  return current.length === 0 && copiesOf(volume).length === 1;
}

/** "a is back", "a and b are back". */
function backWords(nodes: readonly string[]): string {
  return `${listWords(nodes)} ${nodes.length === 1 ? 'is' : 'are'} back`;
}

function answerOf(outcome: Outcome): string {
  const { current, writable, moves, gone } = outcome;
  if (holdsOnlyCopy(outcome)) {
    return `The service stops until ${backWords(
      gone,
    )}: the only copy is there.`;
  }
  if (current.length === 0) {
    return `No current copy is left until ${backWords(gone)}.`;
  }
  if (!writable) {
    return 'No data is lost, but writes pause.';
  }
  return moves
    ? 'No data is lost. The pod starts again on another node.'
    : 'No data is lost, and the service goes on.';
}

function dataOf(outcome: Outcome): string {
  const { volume, current, votes, writable, left } = outcome;
  if (current.length === 0) {
    const behind = left.filter(
      ({ kind, silent }) => kind === 'copy' && !silent,
    );
    return behind.length === 0
      ? 'No copy is left.'
      : `Only older data is left, on ${listWords(
          behind.map(({ node }) => node),
        )}.`;
  }
  const full = `${current.length} full ${
    current.length === 1 ? 'copy' : 'copies'
  } left (${listWords(current)})`;
  if (votes === undefined) {
    return volume.replicated ? `${full}: writes go on.` : `${full}.`;
  }
  return `${full}, ${votes.have} of ${votes.of} votes: writes ${
    writable ? 'go on' : 'pause'
  }.`;
}

function serviceOf({ current, writable, moves, gone }: Outcome): string {
  if (current.length === 0) {
    return `Reads and writes hang until ${backWords(gone)}.`;
  }
  if (!writable) {
    return 'Writes hang until one more node is back.';
  }
  return moves
    ? 'No writes until the pod runs again on another node.'
    : 'No pause.';
}

function thenOf(outcome: Outcome): string {
  const { volume, current, gone, left, writable } = outcome;
  const lost = copiesOf(volume)
    .map(({ node }) => node)
    .filter(node => gone.includes(node));
  if (lost.length === 0) {
    return thenWithoutVote(outcome);
  }
  const syncing = left.find(
    ({ disk, silent }) => disk === 'syncing' && !silent,
  );
  const sync =
    syncing && current[0]
      ? `${syncing.node} goes on catching up from ${current[0]}.`
      : catchUpWords(lost);
  return current.length === 1 && writable
    ? `${sync} Until then, losing ${current[0]} too would lose the only full copy.`
    : sync;
}

function catchUpWords(nodes: readonly string[]): string {
  return nodes.length === 1
    ? `The copy on ${nodes[0]} catches up when it is back.`
    : `The copies on ${listWords(nodes)} catch up when they are back.`;
}

/** Only voters without data are gone. */
function thenWithoutVote({ gone, votes, writable }: Outcome): string {
  if (!writable) {
    return `Writes go on when ${backWords(gone)}.`;
  }
  const tight = votes !== undefined && (votes.have - 1) * 2 < votes.of;
  return tight
    ? `Until ${backWords(gone)}, losing one more node pauses writes.`
    : `Nothing has to catch up when ${backWords(gone)}.`;
}

import { copiesOf, inUseOf, isCurrent, linkPairs } from '../members';
import type { LinkObservation, ReplicaObservation } from '../observation';
import type { VolumeFacts, VolumeRule } from '../volumeFacts';
import {
  ageOf,
  copiesWords,
  distinct,
  durationWords,
  listWords,
} from '../words';

/** A catch-up that does not move for this long is stuck. */
const STALLED_AFTER = 5 * 60_000;
/** Older data is normal while a node returns; beyond this the platform team should look. */
const OUTDATED_FOR_LONG = 5 * 60_000;

/** No current copy can be reached, or nobody may open the volume, or its I/O was measured to be suspended. */
export const noAccess: VolumeRule = ({ volume }) => {
  if (!volume.replicated) {
    return [];
  }
  const copies = copiesOf(volume);
  const current = copies.some(isCurrent);
  const allReport = volume.replicas.every(({ silent }) => !silent);
  const nobodyMayOpen =
    allReport &&
    inUseOf(volume).length === 0 &&
    volume.replicas.length > 0 &&
    volume.replicas.every(({ mayPromote }) => mayPromote === false);
  const gone = !current && copies.every(copy => copy.disk !== 'unknown');
  if (volume.suspended !== true && !nobodyMayOpen && !gone) {
    return [];
  }
  return [
    {
      id: 'no-access',
      tone: 'bad',
      words: 'No access',
      sentence: current
        ? 'The volume cannot be opened; reads and writes hang until it can.'
        : 'No current copy can be reached; reads and writes hang until one returns.',
      detail:
        'Only the platform team can act: restarting the pod does not help.',
      who: 'platform',
    },
  ];
};

/** A disk reported errors, or a copy has lost its disk without having been asked to. */
export const diskFailed: VolumeRule = ({ volume }) =>
  copiesOf(volume)
    .filter(({ disk, silent }) => disk === 'failed' && !silent)
    .map(copy => {
      const others = copiesOf(volume).filter(isCurrent).length;
      return {
        id: 'disk-failed',
        tone: others > 0 ? 'warn' : 'bad',
        words: 'Disk failed',
        sentence:
          others > 0
            ? `The disk on ${copy.node} reported errors; the volume works over the network from the other copy.`
            : `The disk on ${copy.node} reported errors and it held the last current copy.`,
        detail:
          'The platform team replaces the disk; the copy then catches up by itself.',
        who: 'platform',
      } as const;
    });

/** Copies whose data moves, or should move, towards the current state. */
function catchingUp({ volume }: VolumeFacts): readonly ReplicaObservation[] {
  return copiesOf(volume).filter(
    copy =>
      !copy.silent &&
      (copy.disk === 'syncing' ||
        copy.disk === 'inconsistent' ||
        (copy.disk !== 'upToDate' && copy.links.some(isTransfer))),
  );
}

function isTransfer({ replication }: LinkObservation): boolean {
  return replication === 'syncing' || replication === 'paused';
}

/** Data is being brought up to date. */
export const resync: VolumeRule = facts => {
  const targets = catchingUp(facts);
  const moving = targets.filter(target => !hasStalled(target, facts));
  if (moving.length === 0) {
    return [];
  }
  const current = copiesOf(facts.volume).filter(isCurrent).length;
  const wanted = facts.volume.wantedCopies ?? copiesOf(facts.volume).length;
  const percent = Math.min(...moving.map(copy => copy.percent ?? Infinity));
  const known = Number.isFinite(percent);
  const nodes = listWords(moving.map(({ node }) => node));
  return [
    {
      id: 'resync',
      tone: current < 2 && wanted >= 2 ? 'warn' : 'busy',
      words: known ? `Syncing ${Math.floor(percent)} %` : 'Syncing',
      sentence: known
        ? `${nodes} is catching up, ${Math.floor(percent)} %.`
        : `${nodes} is about to catch up.`,
      detail:
        current < 2 && wanted >= 2
          ? `Until it is done there is only ${copiesWords(
              current,
            )} with current data. Nobody has to act.`
          : 'Nobody has to act.',
      who: 'nobody',
    },
  ];
};

/** A copy is partly new, and nothing moves. */
export const resyncStalled: VolumeRule = facts => {
  const stuck = copiesOf(facts.volume).filter(copy => hasStalled(copy, facts));
  return stuck.map(copy => ({
    id: 'resync-stalled',
    tone: 'warn',
    words: 'Catch-up stuck',
    sentence: `The catch-up of ${copy.node} has not moved for ${durationWords(
      ageOf(copy.unchangedSince, facts.now) ?? STALLED_AFTER,
    )}.`,
    detail: 'The platform team looks at the link and the disk of that node.',
    who: 'platform',
  }));
};

function hasStalled(copy: ReplicaObservation, { now }: VolumeFacts): boolean {
  const unfinished = copy.disk === 'syncing' || copy.disk === 'inconsistent';
  const age = ageOf(copy.unchangedSince, now);
  return (
    unfinished && !copy.silent && age !== undefined && age >= STALLED_AFTER
  );
}

/** A copy is complete but old. */
export const outdated: VolumeRule = ({ volume, now }) => {
  const old = copiesOf(volume).filter(
    ({ disk, silent }) =>
      !silent && (disk === 'outdated' || disk === 'consistent'),
  );
  if (old.length === 0) {
    return [];
  }
  const long = old.some(
    ({ unchangedSince }) =>
      (ageOf(unchangedSince, now) ?? 0) > OUTDATED_FOR_LONG,
  );
  const nodes = distinct(old.map(({ node }) => node));
  return [
    {
      id: 'outdated',
      tone: 'warn',
      words: 'Older data',
      sentence: `${listWords(nodes)} ${
        nodes.length === 1 ? 'has' : 'have'
      } older data, waiting for the current copy.`,
      who: long ? 'platform' : 'nobody',
    },
  ];
};

/** Two current copies refuse to talk: each may hold writes that the other lacks. */
export const diverged: VolumeRule = ({ volume }) => {
  const pair = linkPairs(volume).find(
    ({ from, to, ends }) =>
      isCurrent(from) &&
      isCurrent(to) &&
      ends.some(({ state }) => state === 'standAlone'),
  );
  return pair
    ? [
        {
          id: 'diverged',
          tone: 'bad',
          words: 'May have diverged',
          sentence:
            'Two copies refuse to synchronise and may have diverged. Do not restart, scale or expand; an operator must choose the copy to keep.',
          detail: `The copies on ${pair.from.node} and ${pair.to.node}.`,
          who: 'platform',
        },
      ]
    : [];
};

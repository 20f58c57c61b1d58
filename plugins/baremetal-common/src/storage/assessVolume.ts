import { TONES_BY_WEIGHT } from '../wire/statement';
import { copiesOf, isCurrent } from './members';
import { assessQuorum } from './quorum';
import { claimCondition, controllerUnreachable } from './rules/claimRules';
import {
  diskFailed,
  diverged,
  noAccess,
  outdated,
  resync,
  resyncStalled,
} from './rules/dataRules';
import {
  disconnected,
  quorumLost,
  satelliteOffline,
  standalonePeer,
} from './rules/linkRules';
import {
  dualPrimary,
  nodeLeaving,
  noTieBreaker,
  remoteAttached,
  sameDomain,
  underReplicated,
} from './rules/placementRules';
import { poolLow, resizeFailed, resizePending } from './rules/roomRules';
import {
  VOLUME_STATES,
  type VolumeCondition,
  type VolumeFacts,
  type VolumeRule,
  type VolumeSubject,
} from './volumeFacts';
import { ageOf, durationWords } from './words';

/** Rules that speak of members, links and votes mean nothing without replication. */
const REPLICATION_RULES: readonly VolumeRule[] = [
  noAccess,
  quorumLost,
  diverged,
  standalonePeer,
  diskFailed,
  resync,
  resyncStalled,
  outdated,
  disconnected,
  noTieBreaker,
  remoteAttached,
  dualPrimary,
];

const GENERAL_RULES: readonly VolumeRule[] = [
  satelliteOffline,
  nodeLeaving,
  underReplicated,
  sameDomain,
  poolLow,
  resizeFailed,
  resizePending,
];

/**
 * Everything that is so with a claim's volume, worst first. Never empty: a volume without trouble is `healthy`.
 *
 * @remarks
 *
 * Order: by tone, then by the table `VOLUME_STATES`. A controller that is silent comes first whatever else was last
 * seen, because everything after it may be old.
 */
export function assessVolume(
  subject: VolumeSubject,
): readonly [VolumeCondition, ...VolumeCondition[]] {
  const { claim, knowledge, domains, now } = subject;
  if (knowledge.state !== 'observed') {
    return [claimCondition(claim, knowledge, now)];
  }
  const { volume, lost } = knowledge;
  const facts = { volume, quorum: assessQuorum(volume), claim, domains, now };
  const rules = volume.replicated
    ? [...REPLICATION_RULES, ...GENERAL_RULES]
    : GENERAL_RULES;
  const found = rules.flatMap(rule => rule(facts)).sort(byWeight);
  const conditions = lost
    ? [
        controllerUnreachable(lost, durationWords(ageOf(lost.since, now) ?? 0)),
        ...found,
      ]
    : found;
  const [first, ...rest] = conditions;
  return first === undefined ? [healthy(facts)] : [first, ...rest];
}

function byWeight(a: VolumeCondition, b: VolumeCondition): number {
  return (
    TONES_BY_WEIGHT.indexOf(a.tone) - TONES_BY_WEIGHT.indexOf(b.tone) ||
    VOLUME_STATES.indexOf(a.id) - VOLUME_STATES.indexOf(b.id)
  );
}

function healthy({ volume }: VolumeFacts): VolumeCondition {
  const copies = copiesOf(volume);
  const current = copies.filter(isCurrent).length;
  const only = copies[0];
  return {
    id: 'healthy',
    tone: 'ok',
    words: 'Up to date',
    sentence:
      copies.length === 1 && only
        ? `One copy, on ${only.node}; losing that node stops the service.`
        : `Data safe: ${current} of ${copies.length} copies current.`,
    who: 'nobody',
  };
}

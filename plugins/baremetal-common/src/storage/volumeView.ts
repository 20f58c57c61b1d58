import type { Statement } from '../wire/statement';
import type { VolumeView } from '../wire/storageView';
import { assessVolume } from './assessVolume';
import { intentStatement } from './intent';
import { lossOutcomes, survivalWords } from './lossOutcomes';
import { copiesOf, isCurrent } from './members';
import type { VolumeObservation } from './observation';
import { assessQuorum } from './quorum';
import { replicaLinks, replicaViews } from './replicaViews';
import type { VolumeCondition, VolumeSubject } from './volumeFacts';
import { distinct, listWords } from './words';

/** Where the claim lives and who uses it. */
export interface ClaimPlace {
  readonly namespace: string;
  readonly pods: readonly string[];
  readonly storageClass?: string;
}

/** Judges one claim and lays it out for the page. */
export function toVolumeView(
  subject: VolumeSubject,
  place: ClaimPlace,
): VolumeView {
  const [worst, ...others] = assessVolume(subject);
  const { claim, knowledge, domains } = subject;
  const common = {
    claim: claim.name,
    ...place,
    requestedBytes: claim.requestedBytes,
    actualBytes: claim.actualBytes,
    state: worst.id,
    status: { tone: worst.tone, words: worst.words },
    others: others.map(toStatement),
  };
  if (knowledge.state !== 'observed') {
    return {
      ...common,
      verdict: toStatement(worst),
      intent: {
        tone: 'unknown',
        sentence: 'Whether the class keeps its promise is not known.',
      },
      replicas: [],
      links: [],
      losses: [],
    };
  }
  const { volume } = knowledge;
  const replicas = replicaViews(volume, domains);
  const quorum = assessQuorum(volume);
  return {
    ...common,
    verdict: verdictOf(worst, volume, domains),
    intent: intentStatement(volume, domains),
    replicas,
    links: replicaLinks(volume),
    losses: lossOutcomes(volume, replicas),
    votes: quorum.state === 'off' ? undefined : quorum.votes,
  };
}

function toStatement({ tone, sentence, detail }: VolumeCondition): Statement {
  return { tone, sentence, detail };
}

/** The sentence of the worst condition, with what it leaves for the data. */
function verdictOf(
  worst: VolumeCondition,
  volume: VolumeObservation,
  domains: Readonly<Record<string, string>>,
): Statement {
  const copies = copiesOf(volume);
  const current = copies.filter(isCurrent);
  const survival = survivalWords(volume);
  if (worst.id === 'healthy' && copies.length > 1) {
    return {
      tone: worst.tone,
      sentence: `Data safe: ${current.length} of ${
        copies.length
      } copies current${placesOf(volume, domains)}${
        survival?.safe ? '; survives the loss of any one node' : ''
      }.`,
    };
  }
  if (worst.id === 'resync' && current.length > 0) {
    return {
      tone: worst.tone,
      sentence: `${current.length} of ${copies.length} copies ${
        current.length === 1 ? 'is' : 'are'
      } up to date; ${worst.sentence}${
        survival ? ` ${survival.sentence}` : ''
      }`,
      detail: worst.detail,
    };
  }
  const tellsSurvival = worst.tone === 'warn' && survival !== undefined;
  return {
    tone: worst.tone,
    sentence: tellsSurvival
      ? `${worst.sentence} ${survival.sentence}`
      : worst.sentence,
    detail: worst.detail,
  };
}

function placesOf(
  volume: VolumeObservation,
  domains: Readonly<Record<string, string>>,
): string {
  const places = copiesOf(volume).map(
    ({ node, domain }) => domains[node] ?? domain,
  );
  return places.every((place): place is string => place !== undefined)
    ? `, in ${listWords(distinct(places).sort())}`
    : '';
}

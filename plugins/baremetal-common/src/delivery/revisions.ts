import type { ReplicaSetRow, RolloutRow } from '../kube';
import type { RevisionView } from '../wire/rolloutView';
import { failureWords, toAnalysisView } from './analysisView';
import { setVersion, type RolloutFacts } from './rolloutFacts';
import { plainReason, rolloutStatus } from './rolloutStatus';
import { rolloutPhase } from './rolloutPhase';

/** As many as the controller keeps analyses of. */
const MOST = 5;

/** The last revisions, newest first, as far as their replica sets are kept. */
export function toRevisions(facts: RolloutFacts): readonly RevisionView[] {
  return facts.sets
    .filter(set => set.revision !== undefined)
    .sort((a, b) => (b.revision ?? 0) - (a.revision ?? 0))
    .slice(0, MOST)
    .flatMap(set => toRevision(set, facts));
}

function toRevision(set: ReplicaSetRow, facts: RolloutFacts): RevisionView[] {
  const version = setVersion(set, facts);
  if (version === undefined || set.revision === undefined) {
    return [];
  }
  return [
    {
      revision: set.revision,
      version,
      ...(set.createdAt !== undefined && { startedAt: set.createdAt }),
      ...outcomeOf(set, facts),
    },
  ];
}

function outcomeOf(
  set: ReplicaSetRow,
  { rollout, stableSet, allRuns }: RolloutFacts,
): Pick<RevisionView, 'outcome' | 'why'> {
  const { status } = rollout;
  const failed = allRuns
    .filter(
      ({ podHash, phase }) =>
        podHash === set.podHash && (phase === 'Failed' || phase === 'Error'),
    )
    .at(-1);
  const why =
    (failed && failureWords(toAnalysisView(failed))) ?? failed?.message ?? '';
  if (set.podHash === status.currentPodHash) {
    return set === stableSet
      ? { outcome: { tone: 'ok', words: 'Serves everything' }, why: '' }
      : { outcome: rolloutStatus(rollout), why: why || reasonOf(rollout) };
  }
  if (set === stableSet) {
    return { outcome: { tone: 'ok', words: 'Stable' }, why: '' };
  }
  return failed
    ? { outcome: { tone: 'bad', words: 'Analysis failed' }, why }
    : { outcome: { tone: 'unknown', words: 'Replaced' }, why: '' };
}

/** Only for what went wrong: that a rollout waits is no reason. */
function reasonOf(rollout: RolloutRow): string {
  const { phase, message } = rolloutPhase(rollout);
  return ['aborted', 'degraded', 'invalid'].includes(phase)
    ? plainReason(message)
    : '';
}

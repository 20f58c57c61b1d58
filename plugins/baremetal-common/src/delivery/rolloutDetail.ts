import type { RolloutDetail } from '../wire/rolloutView';
import { toAnalysisView } from './analysisView';
import { toGuard } from './guard';
import { toPodView } from './podView';
import { toRevisions } from './revisions';
import {
  gatherRollout,
  rolloutVersions,
  type DeliveryRows,
  type RolloutFacts,
} from './rolloutFacts';
import { goesOnAt, isFullyPromoted, rolloutPhase } from './rolloutPhase';
import { rolloutSince, rolloutStatus } from './rolloutStatus';
import { stepWords, toSteps } from './steps';
import { toVerbs } from './verbs';
import { actualWeight } from './weights';
import { toWeightSpans } from './weightSpans';
import type { RolloutRow } from '../kube';

/** A rollout, ready to be shown: objects in, view out. */
export function toRolloutDetail(
  rollout: RolloutRow,
  rows: DeliveryRows,
  now: Date,
): RolloutDetail {
  const facts = gatherRollout(rollout, rows);
  const { phase, message } = rolloutPhase(rollout);
  const { stable, canary } = rolloutVersions(facts);
  const steps = toSteps(rollout, facts.runs, now);
  const weight = actualWeight(rollout, facts.canarySet);
  const since = rolloutSince(rollout);
  const goesOn = goesOnAt(rollout);
  return {
    kind: 'Rollout',
    name: rollout.name,
    namespace: rollout.namespace,
    phase,
    status: rolloutStatus(rollout),
    ...(message !== undefined && { message }),
    ...(stable && { stable }),
    ...(canary && { canary }),
    ...(weight !== undefined && { weight }),
    weightIs: isRouted(rollout) ? 'requests' : 'pods',
    ...(since !== undefined && { since }),
    ...(goesOn !== undefined && { goesOnAt: goesOn }),
    steps,
    stepWords: stepWords(steps),
    ...evidence(facts, rows),
    weights: toWeightSpans(facts, steps),
    revisions: toRevisions(facts),
    verbs: toVerbs(rollout, {
      stable: stable?.text ?? 'the stable version',
      canary: canary?.text ?? stable?.text ?? 'the new version',
    }),
  };
}

function isRouted({ strategy }: RolloutRow): boolean {
  return strategy.kind === 'canary' && strategy.routed;
}

function evidence(
  facts: RolloutFacts,
  { domainOf }: DeliveryRows,
): Pick<RolloutDetail, 'analyses' | 'analysesProblem' | 'pods' | 'guard'> {
  const analyses = facts.runs.map(toAnalysisView);
  const problem = facts.runsProblem;
  const pods = facts.pods.map(({ pod, role }) =>
    toPodView(pod, { role, domain: domainOf(pod.node ?? '') }),
  );
  return {
    analyses,
    ...(problem && { analysesProblem: problem }),
    pods,
    guard: isFullyPromoted(facts.rollout)
      ? []
      : toGuard({ analyses, pods, ...(problem && { problem }) }),
  };
}

import {
  assessGates,
  promotionState,
  versionWords,
  type Approval,
  type ChangeObservation,
  type GateView,
  type PromotionJudgement,
  type PromotionSummary,
  type VersionLabel,
  type WantedImage,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { PromotionContext, Viewer } from './context';
import type { PromotionRecord } from './store/PromotionStore';

/** A promotion as it is now. */
export interface Judged {
  readonly record: PromotionRecord;
  readonly gates: readonly GateView[];
  readonly judgement: PromotionJudgement;
  readonly approvals: readonly Approval[];
  readonly change: ChangeObservation;
}

export interface JudgeInput {
  readonly record: PromotionRecord;
  readonly target: ServiceTarget;
  readonly change: ChangeObservation;
  readonly approvals: readonly Approval[];
  readonly viewer: Viewer;
}

/** Gates and state of a promotion, from what is known now. */
export function judge(
  { facts, settings, now }: PromotionContext,
  input: JudgeInput,
): Judged {
  const { record, target, change, approvals, viewer } = input;
  const { candidate, requestedBy } = record;
  const from = facts.observe(target, record.from);
  const to = facts.observe(target, record.to);
  const { fourEyes, approvers } = settings;
  const gates = assessGates({
    now: now().getTime(),
    from,
    to,
    candidate,
    fourEyes,
    requestedBy,
    approvals,
    headCommit: change.headCommit,
    viewer,
  });
  const judgement = promotionState({
    gates,
    candidate,
    to,
    change,
    ended: endedAs(record),
    approvals,
    fourEyes,
    requestedBy,
    viewer,
    approvers,
  });
  return { record, gates, judgement, approvals, change };
}

function endedAs({ state }: PromotionRecord) {
  return state === 'open' || state === 'merged' ? undefined : state;
}

export function toSummary({
  record,
  gates,
  judgement,
  change,
}: Judged): PromotionSummary {
  const { candidate, previous } = record;
  const { repository } = candidate;
  const current = previous && labelOf({ repository, ...previous });
  return {
    id: record.id,
    service: record.service,
    owner: record.owner,
    ...(record.system !== undefined && { system: record.system }),
    from: record.from,
    to: record.to,
    ...(current && { current }),
    candidate: labelOf(candidate),
    state: judgement.state,
    status: judgement.status,
    turn: judgement.turn,
    gates,
    unmet: judgement.unmet,
    whoMayAct: judgement.whoMayAct,
    requestedBy: record.requestedBy,
    requestedAt: record.requestedAt,
    changeUrl: record.changeUrl,
    changeNumber: record.changeNumber,
    imageOnly: true,
    ...(judgement.drift !== undefined && { drift: judgement.drift }),
    headCommit: change.headCommit,
  };
}

/** A version as views show it. */
export function labelOf(image: WantedImage): VersionLabel {
  return {
    text: versionWords(image),
    image: image.repository,
    ...(image.digest !== undefined && { digest: image.digest }),
  };
}

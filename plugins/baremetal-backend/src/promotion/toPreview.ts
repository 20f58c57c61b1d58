import {
  sentencesOf,
  type GateView,
  type PromotionPreview,
  type PromotionSummary,
  type Statement,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { Draft } from './draft';
import { labelOf } from './views';

/** A draft as the dialog shows it. */
export function toPreview(
  draft: Draft,
  target: ServiceTarget,
  more: { existing?: PromotionSummary; mayAsk: boolean },
): PromotionPreview {
  const { hop, candidate, gates, prepared } = draft;
  const openable = draft.openable && more.mayAsk;
  const edit = prepared.ready ? prepared.edit : undefined;
  const previous = edit?.edit.previous;
  return {
    service: target.identity,
    from: hop.from,
    to: hop.to,
    ...(candidate && { candidate: labelOf(candidate) }),
    ...(candidate &&
      previous && {
        current: labelOf({ repository: candidate.repository, ...previous }),
      }),
    ...(edit && { diff: edit.edit.diff }),
    gates,
    verdict: verdictOf(draft, target, more),
    openable,
    ...(more.existing && { existing: more.existing }),
    ...(candidate &&
      edit && {
        expect: { digest: candidate.digest, baseCommit: edit.baseCommit },
      }),
  };
}

function verdictOf(
  draft: Draft,
  target: ServiceTarget,
  { mayAsk }: { mayAsk: boolean },
): Statement {
  const { hop, candidate, existing, prepared } = draft;
  if (existing) {
    return {
      tone: 'wait',
      sentence: `A promotion to ${hop.to} is open already: pull request ${existing.changeNumber}.`,
    };
  }
  if (!mayAsk) {
    return {
      tone: 'wait',
      sentence: `Only ${target.owner} may ask for a promotion of ${target.identity.name}.`,
    };
  }
  if (!prepared.ready) {
    return { tone: 'bad', sentence: `${prepared.why}.` };
  }
  const against = unmet(draft.gates);
  if (against.length > 0) {
    const failed = against.some(({ state }) => state === 'failed');
    return {
      tone: failed ? 'bad' : 'wait',
      sentence: `Not now: ${sentencesOf(against)}`,
    };
  }
  const version = candidate ? labelOf(candidate).text : 'it';
  return {
    tone: 'ok',
    sentence: `${version} can go to ${hop.to}.`,
    detail: 'The pull request then waits for somebody else to approve it.',
  };
}

/** Gates that keep a pull request from being opened. */
export function unmet(gates: readonly GateView[]): readonly GateView[] {
  return gates.filter(
    ({ id, state }) =>
      id !== 'fourEyes' && state !== 'passed' && state !== 'warning',
  );
}

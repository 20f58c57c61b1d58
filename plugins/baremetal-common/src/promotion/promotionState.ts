import type {
  GateView,
  PromotionAction,
  PromotionState,
  PromotionTurn,
} from '../wire/promotionView';
import type { Statement, Tone } from '../wire/statement';
import { mayOpen } from './assessGates';
import { deployedState } from './deployedState';
import type {
  Approval,
  Candidate,
  ChangeObservation,
  EnvironmentObservation,
} from './observation';
import { countedApprovals } from './gates/people';
import { sentencesOf } from './words';
import { approveAction, mergeAction } from './promotionActions';

export interface StateInput {
  readonly gates: readonly GateView[];
  readonly candidate: Candidate;
  readonly to: EnvironmentObservation;
  readonly change: ChangeObservation;
  /** A state that was reached before and does not change any more. */
  readonly ended?: 'verified' | 'aborted' | 'superseded' | 'closed';
  readonly approvals: readonly Approval[];
  readonly fourEyes: boolean;
  readonly requestedBy: string;
  readonly viewer: { readonly userRef: string; readonly mayApprove: boolean };
  /** Who may approve, as words that start a sentence: `Anyone of platform-engineers`. */
  readonly approvers: string;
}

export interface PromotionJudgement {
  readonly state: PromotionState;
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly turn: PromotionTurn;
  /** What is missing, one line; empty when nothing is. */
  readonly unmet: string;
  readonly whoMayAct: string;
  readonly drift?: string;
  readonly verdict: Statement;
  readonly approve: PromotionAction;
  readonly merge: PromotionAction;
}

/** What a state comes to in words, before it is said whose turn it is. */
export interface Situation {
  readonly state: PromotionState;
  readonly tone: Tone;
  readonly words: string;
  readonly unmet: string;
  readonly whoMayAct: string;
  readonly sentence: string;
  readonly detail?: string;
  readonly drift?: string;
}

/** How far a promotion is and whose turn it is: one judgement for the queue, the page and the action. */
export function promotionState(input: StateInput): PromotionJudgement {
  const situation = situationOf(input);
  const { state, tone, words, sentence, detail, drift } = situation;
  return {
    state,
    status: { tone, words },
    turn: turnOf(state, input),
    unmet: situation.unmet,
    whoMayAct: situation.whoMayAct,
    ...(drift !== undefined && { drift }),
    verdict: { tone, sentence, ...(detail !== undefined && { detail }) },
    approve: approveAction(input),
    merge: mergeAction(state, input),
  };
}

function situationOf(input: StateInput): Situation {
  switch (input.ended) {
    case undefined:
      break;
    case 'closed':
      return over('closed', 'Closed', 'It was closed without a merge.');
    case 'superseded':
      return over('superseded', 'Superseded', 'A newer one took its place.');
    case 'verified':
    case 'aborted':
      return deployedState(input, input.ended);
  }
  switch (input.change.state) {
    case 'closed':
      return over('closed', 'Closed', 'It was closed without a merge.');
    case 'merged':
      return deployedState(input, undefined);
    case 'open':
      return openSituation(input);
  }
}

function over(
  state: PromotionState,
  words: string,
  sentence: string,
): Situation {
  return { state, tone: 'ok', words, unmet: '', whoMayAct: 'Nobody', sentence };
}

function openSituation(input: StateInput): Situation {
  const { change, gates, to } = input;
  if (change.headCommit !== change.ownHead) {
    return blocked({
      unmet: 'Somebody else pushed to the branch of this promotion.',
      whoMayAct: 'Whoever pushed: close the pull request, then ask again',
    });
  }
  if (change.mergeable === 'no') {
    return blocked({
      unmet: `The same lines of ${to.environment} changed meanwhile; the edit is applied again on the new version.`,
      whoMayAct: 'Nobody: it happens by itself',
    });
  }
  const failed = gates.filter(({ state }) => state === 'failed');
  const unknown = gates.filter(({ state }) => state === 'unknown');
  if (failed.length + unknown.length > 0) {
    const [first] = [...failed, ...unknown];
    return blocked({
      tone: failed.length > 0 ? 'bad' : 'unknown',
      unmet: sentencesOf([...failed, ...unknown]),
      whoMayAct: responsibleFor(first),
    });
  }
  const pending = gates.filter(({ state }) => state === 'pending');
  if (!mayOpen(gates)) {
    const unmet = sentencesOf(pending);
    return {
      state: 'checking',
      tone: 'busy',
      words: 'Checking',
      unmet,
      whoMayAct: 'Nobody yet',
      sentence: `Not ready yet: ${unmet}`,
    };
  }
  return decidable(input);
}

/** Nothing but people stands between it and the merge. */
function decidable(input: StateInput): Situation {
  const { approvers, change } = input;
  if (
    input.fourEyes &&
    countedApprovals({ ...input, headCommit: change.headCommit }).length === 0
  ) {
    return {
      state: 'ready',
      tone: 'wait',
      words: 'Ready',
      unmet: '1 approval is missing.',
      whoMayAct: `${approvers}, but not who asked`,
      sentence: 'Ready, but for one person: somebody else must approve.',
    };
  }
  return {
    state: 'approved',
    tone: 'wait',
    words: 'Approved',
    unmet: 'It is not merged.',
    whoMayAct: approvers,
    sentence: 'Approved: it may be merged.',
  };
}

function blocked(why: {
  unmet: string;
  whoMayAct: string;
  tone?: Tone;
}): Situation {
  return {
    state: 'blocked',
    tone: why.tone ?? 'bad',
    words: 'Blocked',
    unmet: why.unmet,
    whoMayAct: why.whoMayAct,
    sentence: `Blocked: ${why.unmet}`,
  };
}

function responsibleFor(gate: GateView | undefined): string {
  switch (gate?.id) {
    case 'fits':
    case 'storageHealthy':
      return 'The platform team';
    case 'rolloutHealthy':
    case 'sameDigest':
      return 'The owner of the service';
    case 'noOtherPromotion':
      return 'Whoever asked for the other promotion';
    case 'fourEyes':
    case undefined:
      return 'Nobody';
  }
}

function turnOf(state: PromotionState, input: StateInput): PromotionTurn {
  const { viewer, requestedBy, fourEyes } = input;
  const mine =
    viewer.mayApprove && !(fourEyes && viewer.userRef === requestedBy);
  switch (state) {
    case 'ready':
    case 'approved':
      return mine ? 'you' : 'others';
    case 'checking':
      return 'others';
    case 'blocked':
    case 'aborted':
      return 'stuck';
    case 'merged':
    case 'syncing':
    case 'canary':
    case 'verified':
    case 'superseded':
    case 'closed':
      return 'moving';
  }
}

import type { PromotionAction, PromotionState } from '../wire/promotionView';
import type { StateInput } from './promotionState';

function no(words: string): PromotionAction {
  return { enabled: false, words };
}

/** What stands against any decision by this person, if anything does. */
function refusal(
  input: StateInput,
  verb: 'approve' | 'merge',
): PromotionAction | undefined {
  const { change, viewer, fourEyes, requestedBy, approvers, ended } = input;
  if (ended || change.state === 'closed') return no('It is over.');
  if (change.state === 'merged') return no('It is merged.');
  if (change.headCommit !== change.ownHead) {
    return no('Somebody else pushed to its branch.');
  }
  if (!viewer.mayApprove) return no(`${approvers} may ${verb}.`);
  if (fourEyes && viewer.userRef === requestedBy) {
    return no(`You asked for it; another person ${verb}s.`);
  }
  return undefined;
}

export function approveAction(input: StateInput): PromotionAction {
  const refused = refusal(input, 'approve');
  if (refused) return refused;
  const { change, approvals, viewer } = input;
  const given = approvals.some(
    ({ by, commit }) => by === viewer.userRef && commit === change.headCommit,
  );
  return given
    ? no('You approved this commit.')
    : {
        enabled: true,
        words: `Approves ${change.headCommit.slice(
          0,
          8,
        )}. A new commit voids it.`,
      };
}

export function mergeAction(
  state: PromotionState,
  input: StateInput,
): PromotionAction {
  const refused = refusal(input, 'merge');
  if (refused) return refused;
  switch (state) {
    case 'approved':
      return {
        enabled: true,
        words: `Argo CD then brings it to ${input.to.environment}.`,
      };
    case 'ready':
      return no('Needs 1 approval.');
    case 'checking':
      return no('Checks are not finished.');
    case 'blocked':
    case 'merged':
    case 'syncing':
    case 'canary':
    case 'verified':
    case 'aborted':
    case 'superseded':
    case 'closed':
      return no('Something stands against it: see what is missing.');
  }
}

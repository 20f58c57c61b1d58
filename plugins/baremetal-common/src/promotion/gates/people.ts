import type { GateInput } from '../observation';
import type { Found } from './found';

/** Is this the only promotion to the target? */
export function noOtherPromotion(input: GateInput): Found {
  return input.otherPromotion
    ? {
        state: 'failed',
        sentence: `Another promotion to ${input.to.environment} is open: ${input.otherPromotion.words}.`,
      }
    : {
        state: 'passed',
        sentence: `No other promotion to ${input.to.environment} is open.`,
      };
}

/** Has somebody other than the requester approved the commit that would be merged? */
export function fourEyes(input: GateInput): Found {
  if (!input.fourEyes) {
    return {
      state: 'passed',
      sentence: 'This installation does not ask for a second person.',
    };
  }
  const { requestedBy, viewer } = input;
  if (requestedBy === undefined) {
    return {
      state: 'person',
      sentence: 'Somebody other than who asks must approve.',
    };
  }
  const counted = countedApprovals(input);
  if (counted.length > 0) {
    return {
      state: 'passed',
      sentence: `Approved by ${counted.map(({ by }) => by).join(', ')}.`,
      observedAt: counted[0]?.at,
    };
  }
  const stale =
    input.approvals.length > 0
      ? ' Earlier approvals were for another commit.'
      : '';
  return {
    state: 'person',
    sentence: `${
      requestedBy === viewer.userRef
        ? 'You asked for it, so another person must approve.'
        : 'One approval is missing.'
    }${stale}`,
  };
}

/** Approvals of the current head by somebody other than the requester. */
export function countedApprovals(
  input: Pick<
    GateInput,
    'approvals' | 'headCommit' | 'requestedBy' | 'fourEyes'
  >,
) {
  return input.approvals.filter(
    ({ by, commit }) =>
      commit === input.headCommit &&
      (!input.fourEyes || by !== input.requestedBy),
  );
}

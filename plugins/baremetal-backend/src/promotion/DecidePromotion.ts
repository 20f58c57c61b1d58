import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  mayMerge,
  sentencesOf,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { mergeMessage } from './changeText';
import type { PromotionContext, Viewer } from './context';
import { reapply } from './reapply';
import type { Judged } from './views';

/** What somebody decided on: the promotion as it is now, and the head that they read. */
export interface Decision {
  readonly judged: Judged;
  readonly target: ServiceTarget;
  readonly viewer: Viewer;
  readonly headCommit: string;
}

/**
 * Records an approval of exactly the commit that was read.
 *
 * @throws ConflictError when it is another one now, NotAllowedError for the requester
 */
export async function approvePromotion(
  context: PromotionContext,
  decision: Decision,
): Promise<void> {
  refuse(context, decision, 'approve');
  const { store, forge, now, logger } = context;
  const { judged, viewer, headCommit } = decision;
  const { record } = judged;
  const at = now().toISOString();
  await store.approve(record.id, {
    by: viewer.userRef,
    at,
    commit: headCommit,
  });
  try {
    await forge.comment(
      record.repo,
      record.changeNumber,
      `${viewer.userRef} approved ${headCommit.slice(0, 12)}.`,
    );
  } catch (error) {
    // The record counts, the comment is for readers of the Git host.
    logger.warn(`Approval of ${record.id} could not be told to the Git host`, {
      cause: String(error),
    });
  }
}

/**
 * Merges exactly the commit that was read and approved.
 *
 * @throws ConflictError when a gate does not hold, when the head moved, or when the base did: then the edit has been
 * made again and wants another approval
 */
export async function mergePromotion(
  context: PromotionContext,
  decision: Decision,
): Promise<void> {
  refuse(context, decision, 'merge');
  const { judged, target } = decision;
  const { record, gates } = judged;
  if (!mayMerge(gates)) {
    const against = gates.filter(
      ({ state }) => state !== 'passed' && state !== 'warning',
    );
    throw new ConflictError(`It may not be merged: ${sentencesOf(against)}`);
  }
  const { forge, store } = context;
  const result = await forge.mergeChange(record.repo, record.changeNumber, {
    expectedHead: decision.headCommit,
    method: 'merge',
    message: mergeMessage(record),
  });
  switch (result.outcome) {
    case 'merged':
      await store.update(record.id, record, {
        state: 'merged',
        mergeCommit: result.commitId,
      });
      return;
    case 'enqueued':
      return;
    case 'headMoved':
      throw new ConflictError(movedOn(result.head));
    case 'forbidden':
      throw new NotAllowedError(result.reason);
    case 'notMergeable': {
      const again = await reapply(context, target, judged);
      throw new ConflictError(
        again.outcome === 'reapplied'
          ? `${record.overlayFile} changed on ${record.baseBranch} meanwhile; the edit was made again and wants a new approval`
          : `It cannot be merged: ${result.reason}`,
      );
    }
  }
}

/** What stands against any decision, whatever the gates say. */
function refuse(
  { settings }: PromotionContext,
  { judged, viewer, headCommit }: Decision,
  verb: 'approve' | 'merge',
): void {
  const { judgement, change, record } = judged;
  if (change.state !== 'open') throw new ConflictError(judgement[verb].words);
  if (change.headCommit !== headCommit) {
    throw new ConflictError(movedOn(change.headCommit));
  }
  if (change.headCommit !== change.ownHead) {
    throw new ConflictError(judgement[verb].words);
  }
  const own = settings.fourEyes && viewer.userRef === record.requestedBy;
  if (own || !viewer.mayApprove) {
    throw new NotAllowedError(judgement[verb].words);
  }
}

function movedOn(head: string): string {
  return `The pull request moved on to ${head.slice(
    0,
    12,
  )} after you read it: look at it again`;
}

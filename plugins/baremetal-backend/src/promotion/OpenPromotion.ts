import { ConflictError } from '@backstage/errors';
import type {
  OpenPromotionRequest,
  PromotionPreview,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { PromotionContext } from './context';
import type { Draft } from './draft';
import { openPullRequest } from './pullRequest';
import { headBranchOf } from './route';
import type { PromotionRecord } from './store/PromotionStore';

/**
 * Refuses what may not be opened, and what is not what the person saw.
 *
 * @throws ConflictError
 */
export async function checkAsked(
  { overlays }: PromotionContext,
  draft: Draft,
  request: Pick<OpenPromotionRequest, 'expect'>,
  preview: PromotionPreview,
): Promise<void> {
  if (!draft.openable) throw new ConflictError(preview.verdict.sentence);
  const { expect } = request;
  const { candidate, prepared, hop } = draft;
  if (!expect || !candidate || !prepared.ready) return;
  if (expect.digest !== candidate.digest) {
    throw new ConflictError(
      `${hop.from} runs another version than the one that you saw; look again`,
    );
  }
  const { repo, path, baseCommit, before } = prepared.edit;
  if (expect.baseCommit === baseCommit) return;
  const seen = await overlays.readAt(repo, expect.baseCommit, path);
  if (seen !== before) {
    throw new ConflictError(
      `${path} changed since you looked; look at the difference again`,
    );
  }
}

/** Opens the pull request of a draft that may be opened, and records it. */
export async function openDraft(
  context: PromotionContext,
  target: ServiceTarget,
  draft: Draft,
  requestedBy: string,
): Promise<{ outcome: 'opened' | 'existing'; record: PromotionRecord }> {
  const { candidate, prepared, hop, gates } = draft;
  if (!candidate || !prepared.ready) {
    throw new ConflictError('There is nothing to promote');
  }
  const { newId, now, store } = context;
  const id = newId();
  const { change, headCommit, edit } = await openPullRequest(
    context,
    { id, target, hop, candidate, gates, requestedBy },
    prepared.edit,
  );
  const record: PromotionRecord = {
    id,
    service: target.identity,
    owner: target.owner,
    ...(target.system !== undefined && { system: target.system }),
    ...hop,
    candidate,
    previous: edit.edit.previous,
    repo: edit.repo,
    overlayFile: edit.path,
    baseBranch: edit.base,
    baseCommit: edit.baseCommit,
    headBranch: headBranchOf(target, hop.to),
    headCommit,
    changeNumber: change.number,
    changeUrl: change.url,
    reformatted: edit.edit.reformatted,
    requestedBy,
    requestedAt: now().toISOString(),
    state: 'open',
  };
  const added = await store.add(record);
  return added.outcome === 'added'
    ? { outcome: 'opened', record }
    : { outcome: 'existing', record: added.record };
}

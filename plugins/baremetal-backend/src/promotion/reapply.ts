import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { PromotionContext } from './context';
import { prepare } from './draft';
import { bodyOf, commitEdit, factsOf } from './pullRequest';
import type { Judged } from './views';
import type { PromotionRecord } from './store/PromotionStore';

export type Reapplied =
  | { readonly outcome: 'reapplied'; readonly record: PromotionRecord }
  /** The base asks for the candidate already, or cannot be edited any more. */
  | { readonly outcome: 'pointless'; readonly why: string }
  /** Somebody else wrote at the same time: try again later. */
  | { readonly outcome: 'moved' };

/**
 * Makes the same edit on the newest base, when the old one conflicts with it.
 *
 * @remarks The head changes, so approvals of the old one do not count any more: the diff that was read is another one
 * now.
 */
export async function reapply(
  context: PromotionContext,
  target: ServiceTarget,
  { record, gates }: Judged,
): Promise<Reapplied> {
  const { forge, store } = context;
  const { candidate, from, to, requestedBy, id, headBranch: branch } = record;
  // The pull request stays where it was opened, whatever the catalog says meanwhile.
  const opened = { ...target, branch: record.baseBranch };
  const prepared = await prepare(context, opened, { to, candidate });
  if (!prepared.ready) return { outcome: 'pointless', why: prepared.why };
  const { edit } = prepared;
  const hop = { from, to };
  const asked = { id, target, hop, candidate, gates, requestedBy };
  const facts = factsOf(context, asked, edit);
  const headCommit = await commitEdit(context, { branch, edit, facts });
  if (headCommit === undefined) return { outcome: 'moved' };
  const patch = {
    headCommit,
    baseCommit: edit.baseCommit,
    previous: edit.edit.previous,
    reformatted: edit.edit.reformatted,
  };
  await store.update(id, record, patch);
  await forge.updateChange(record.repo, record.changeNumber, {
    body: bodyOf(context, facts, edit),
  });
  await forge.comment(
    record.repo,
    record.changeNumber,
    `The same lines changed on the base branch meanwhile. The edit was made again on ${edit.baseCommit.slice(
      0,
      12,
    )}; approvals of the old commit do not count any more.`,
  );
  return { outcome: 'reapplied', record: { ...record, ...patch } };
}

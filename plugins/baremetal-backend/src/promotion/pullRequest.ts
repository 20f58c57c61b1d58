import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  Candidate,
  GateView,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { Change } from '@baremetal/forge';
import {
  changeBody,
  changeTitle,
  commitMessage,
  type ChangeFacts,
} from './changeText';
import type { PromotionContext } from './context';
import { prepare, type ReadyEdit } from './draft';
import { headBranchOf, type Hop } from './route';

/** How often the edit is made anew when somebody else writes at the same time. */
const TRIES = 3;

export interface Asked {
  readonly id: string;
  readonly target: ServiceTarget;
  readonly hop: Hop;
  readonly candidate: Candidate;
  readonly gates: readonly GateView[];
  readonly requestedBy: string;
}

export interface Opened {
  readonly change: Change;
  readonly headCommit: string;
  readonly edit: ReadyEdit;
}

/**
 * Commits the edit to the bot's branch and opens the pull request, or finds the one that an earlier try opened.
 *
 * @throws ConflictError when others write faster than we do, or a pull request that is not ours holds the branch
 */
export async function openPullRequest(
  context: PromotionContext,
  asked: Asked,
  first: ReadyEdit,
): Promise<Opened> {
  const { forge } = context;
  const branch = headBranchOf(asked.target, asked.hop.to);
  await refuseForeign(context, first, branch);
  let edit = first;
  for (let attempt = 1; ; attempt += 1) {
    const facts = factsOf(context, asked, edit);
    const committed = await commitEdit(context, { branch, edit, facts });
    if (committed !== undefined) {
      const opened = await forge.openChange({
        repo: edit.repo,
        head: branch,
        base: edit.base,
        title: changeTitle(facts),
        body: bodyOf(context, facts, edit),
        labels: ['promotion'],
      });
      if (opened.outcome === 'forbidden') {
        throw new NotAllowedError(opened.reason);
      }
      const change =
        opened.outcome === 'opened'
          ? opened.change
          : await forge.updateChange(edit.repo, opened.change.number, {
              title: changeTitle(facts),
              body: bodyOf(context, facts, edit),
            });
      return { change, headCommit: committed, edit };
    }
    if (attempt === TRIES) {
      throw new ConflictError(
        `${edit.repo.owner}/${edit.repo.name} changed ${TRIES} times while this promotion was written; ask again`,
      );
    }
    edit = await prepareAgain(context, asked);
  }
}

/** @returns the commit, or `undefined` when the branch or its base moved meanwhile */
export async function commitEdit(
  { forge }: PromotionContext,
  what: { branch: string; edit: ReadyEdit; facts: ChangeFacts },
): Promise<string | undefined> {
  const { branch, edit, facts } = what;
  const { repo, base, path, baseCommit } = edit;
  const head = await forge.branchHead(repo, branch);
  const result = await forge.commitFiles({
    repo,
    branch,
    base,
    expectedHead: head ?? baseCommit,
    // The branch is the bot's own: what is left from an earlier promotion is thrown away.
    startOver: head !== undefined,
    files: [{ path, content: edit.edit.text }],
    message: commitMessage(facts),
  });
  switch (result.outcome) {
    case 'committed':
      return result.commitId;
    case 'headMoved':
    case 'unchanged':
      return undefined;
    case 'forbidden':
      throw new NotAllowedError(result.reason);
  }
}

export function factsOf(
  { settings }: PromotionContext,
  asked: Asked,
  { edit }: ReadyEdit,
): ChangeFacts {
  const { target, hop, candidate, gates, id, requestedBy } = asked;
  return {
    id,
    serviceName: target.identity.name,
    entityRef: target.identity.entityRef,
    from: hop.from,
    to: hop.to,
    candidate,
    previous: edit.previous,
    requestedBy,
    reformatted: edit.reformatted,
    gates,
    diff: edit.diff,
    appUrl: settings.appUrl,
  };
}

export function bodyOf(
  { signer }: PromotionContext,
  facts: ChangeFacts,
  { baseCommit }: ReadyEdit,
): string {
  const { id, entityRef, from, to, candidate } = facts;
  const { digest } = candidate;
  return changeBody(
    facts,
    signer.sign({ id, entityRef, from, to, digest, baseCommit }),
  );
}

async function prepareAgain(
  context: PromotionContext,
  { target, hop, candidate }: Asked,
): Promise<ReadyEdit> {
  const { to } = hop;
  const prepared = await prepare(context, target, { to, candidate });
  if (!prepared.ready) throw new ConflictError(prepared.why);
  return prepared.edit;
}

async function refuseForeign(
  { forge, signer }: PromotionContext,
  { repo }: ReadyEdit,
  branch: string,
): Promise<void> {
  const open = await forge.findChanges(repo, {
    headPrefix: branch,
    state: 'open',
  });
  const foreign = open.find(
    ({ head, body }) => head.branch === branch && !signer.read(body),
  );
  if (foreign) {
    throw new ConflictError(
      `Pull request ${foreign.number} uses the branch ${branch} and was not opened here; close it first`,
    );
  }
}

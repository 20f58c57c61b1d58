import { createHash } from 'node:crypto';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import type { Change, Forge, RepositoryRef } from '@baremetal/forge';

/** How often the commit is made anew when somebody else writes at the same time. */
const TRIES = 3;

/** Begins the line by which a pull request is known to be ours. */
const MARK = '<!-- baremetal-proposal';

interface FileEdit {
  readonly path: string;
  readonly content: string | undefined;
}

/** What is proposed to a repository that exists. */
export interface Proposal {
  readonly repo: RepositoryRef;
  readonly base: string;
  /** Only this suite writes to it: what is left from an earlier proposal is thrown away. */
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  /** New text of each file; `undefined` removes it. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

export type Proposed =
  | { readonly outcome: 'proposed' | 'updated'; readonly change: Change }
  /** The base holds all of it already. */
  | { readonly outcome: 'unchanged' };

/**
 * Commits files to a branch and opens a pull request, or brings the one that an earlier try opened to what is proposed
 * now. Asked again with the same files it changes nothing.
 *
 * @param propose - what is proposed on this commit of the base; asked again when the base moved meanwhile
 * @throws ConflictError when others write faster than we do
 */
export async function proposeFiles(
  forge: Forge,
  at: Pick<Proposal, 'repo' | 'base' | 'branch'> & { signal?: AbortSignal },
  propose: (baseCommit: string) => Promise<Omit<Proposal, keyof typeof at>>,
): Promise<Proposed> {
  const { repo, base, branch, signal } = at;
  refuseNoRoom(at);
  const earlier = await findOwn(forge, at);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const baseCommit = await forge.branchHead(repo, base, { signal });
    if (baseCommit === undefined) {
      throw new NotAllowedError(
        `${repo.owner}/${repo.name} has no branch ${base}, or this token may not read it. Make the branch, or let the token read it, and run this again`,
      );
    }
    const proposal = { repo, base, branch, ...(await propose(baseCommit)) };
    const changed = await changedFiles(forge, proposal, baseCommit);
    if (changed.length === 0) return { outcome: 'unchanged' };
    const mark = markOf(changed);
    const done =
      (earlier?.mergeable !== 'no' &&
        earlier?.body.includes(mark) &&
        (await holds(forge, earlier, { repo, changed }))) ||
      (await commit(forge, { proposal, changed, baseCommit, signal }));
    if (done) {
      const body = `${proposal.body.trimEnd()}\n\n${mark}\n`;
      return open(forge, { ...proposal, body }, signal);
    }
  }
  throw new ConflictError(
    `${repo.owner}/${repo.name} changed ${TRIES} times while this was being proposed; run the task again`,
  );
}

/** Git keeps branches as files: one cannot stand in a folder that is another one. Ours would be made anew, too. */
function refuseNoRoom({
  repo,
  base,
  branch,
}: Pick<Proposal, 'repo' | 'base' | 'branch'>): void {
  if (`${branch}/`.startsWith(`${base}/`)) {
    throw new ConflictError(
      `What is proposed to ${repo.owner}/${repo.name} is put on the branch ${branch}, which cannot stand beside the branch ${base}. Rename ${base} on the Git host, and run this again`,
    );
  }
}

/** The pull request that an earlier try opened. One that somebody else opened from this branch is left alone. */
async function findOwn(
  forge: Forge,
  {
    repo,
    branch,
    signal,
  }: Pick<Proposal, 'repo' | 'branch'> & {
    signal?: AbortSignal;
  },
): Promise<Change | undefined> {
  const changes = await forge.findChanges(
    repo,
    { headPrefix: branch, state: 'open' },
    { signal },
  );
  const found = changes.find(({ head }) => head.branch === branch);
  if (found && !found.body.includes(MARK)) {
    throw new ConflictError(
      `Pull request ${found.number} of ${repo.owner}/${repo.name} uses the branch ${branch} and was not opened here; close it first`,
    );
  }
  return found;
}

/** Says in the text of a pull request what it proposes, so that another try can tell whether it is the same. */
function markOf(changed: readonly FileEdit[]): string {
  const hash = createHash('sha256').update(JSON.stringify(changed));
  return `${MARK} ${hash.digest('hex')} -->`;
}

async function changedFiles(
  forge: Forge,
  { repo, files }: Proposal,
  ref: string,
): Promise<FileEdit[]> {
  const all = await Promise.all(
    [...files].map(async ([path, content]) => ({
      path,
      content,
      before: (await forge.readFile(repo, { ref, path }))?.text,
    })),
  );
  return all
    .filter(({ content, before }) => content !== before)
    .map(({ path, content }) => ({ path, content }));
}

/** Whether the branch holds the files now; not when it or its base moved meanwhile. */
async function commit(
  forge: Forge,
  what: {
    proposal: Proposal;
    changed: readonly FileEdit[];
    baseCommit: string;
    signal?: AbortSignal;
  },
): Promise<boolean> {
  const { proposal, changed, baseCommit, signal } = what;
  const { repo, base, branch, title } = proposal;
  const head = await forge.branchHead(repo, branch, { signal });
  const result = await forge.commitFiles(
    {
      repo,
      branch,
      base,
      expectedHead: head ?? baseCommit,
      startOver: head !== undefined,
      files: changed,
      message: title,
    },
    { signal },
  );
  switch (result.outcome) {
    case 'committed':
    case 'unchanged':
      return true;
    case 'headMoved':
      return false;
    case 'forbidden':
      throw new NotAllowedError(
        `${repo.owner}/${repo.name} may not be written: ${result.reason}`,
      );
  }
}

/** A branch that still says the same keeps its commit, and the approvals of it. */
async function holds(
  forge: Forge,
  { head }: Change,
  { repo, changed }: { repo: RepositoryRef; changed: readonly FileEdit[] },
): Promise<boolean> {
  const texts = await Promise.all(
    changed.map(({ path }) => forge.readFile(repo, { ref: head.commit, path })),
  );
  return changed.every(({ content }, i) => texts[i]?.text === content);
}

async function open(
  forge: Forge,
  proposal: Proposal,
  signal: AbortSignal | undefined,
): Promise<Proposed> {
  const { repo, base, branch, title, body } = proposal;
  const opened = await forge.openChange(
    { repo, head: branch, base, title, body },
    { signal },
  );
  switch (opened.outcome) {
    case 'forbidden':
      throw new NotAllowedError(opened.reason);
    case 'opened':
      return { outcome: 'proposed', change: opened.change };
    case 'existing':
      return {
        outcome: 'updated',
        change: await forge.updateChange(
          repo,
          opened.change.number,
          { title, body },
          { signal },
        ),
      };
  }
}

/** Where the pull request is; empty when there is nothing to propose. */
export function changeUrlOf(proposed: Proposed): string {
  return proposed.outcome === 'unchanged' ? '' : proposed.change.url;
}

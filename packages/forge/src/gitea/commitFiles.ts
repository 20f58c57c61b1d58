import type { ChangeFileOperation, ChangeFilesOptions } from 'gitea-js';
import { blobId } from '../blobId';
import type {
  CallOptions,
  CommitAuthor,
  CommitFilesResult,
  FileChange,
  RepositoryRef,
} from '../forge';
import { branchHead, listBlobs } from './files';
import type { GiteaClient } from './giteaClient';
import { seg } from './paths';

export interface CommitInput {
  readonly repo: RepositoryRef;
  readonly branch: string;
  readonly base?: string;
  readonly expectedHead?: string;
  readonly startOver?: boolean;
  readonly files: readonly FileChange[];
  readonly message: string;
  readonly author?: CommitAuthor;
}

/** Which branch the commit is put on, and where that one stands. */
interface Start {
  readonly from: string;
  readonly head: string | undefined;
  readonly branchHead: string | undefined;
}

/**
 * One commit through Gitea's "change files".
 *
 * @remarks Gitea compares the content of each changed file (its blob id), not the branch's head. The head is read
 * just before; a commit that lands in between and touches none of our files is built upon, not overwritten.
 */
export async function commitFiles(
  client: GiteaClient,
  input: CommitInput,
  options?: CallOptions,
): Promise<CommitFilesResult> {
  const start = await findStart(client, input, options);
  const expected = input.startOver ? start.branchHead : start.head;
  if (input.expectedHead !== undefined && expected !== input.expectedHead) {
    return { outcome: 'headMoved', head: expected ?? '' };
  }
  const blobs =
    start.head === undefined
      ? new Map<string, string>()
      : await listBlobs(
          client,
          { repo: input.repo, commit: start.head },
          options,
        );
  const operations = toOperations(input.files, blobs, start.head);
  if (operations.length === 0 && start.head !== undefined) {
    return { outcome: 'unchanged', commitId: start.head };
  }
  const answer = await client.call(
    `commit to ${input.repo.owner}/${input.repo.name}`,
    options,
    (api, params) =>
      api.repos.repoChangeFiles(
        seg(input.repo.owner),
        seg(input.repo.name),
        toBody(input, start, operations),
        params,
      ),
  );
  if (answer.ok) {
    return { outcome: 'committed', commitId: answer.data.commit?.sha ?? '' };
  }
  return toRefusal(client, { input, start, answer }, options);
}

async function findStart(
  client: GiteaClient,
  input: CommitInput,
  options?: CallOptions,
): Promise<Start> {
  const { repo, branch, base } = input;
  const own = await branchHead(client, { repo, branch }, options);
  const fromBase = input.startOver || own === undefined;
  if (base === undefined || base === branch || !fromBase) {
    return { from: branch, head: own, branchHead: own };
  }
  const head = await branchHead(client, { repo, branch: base }, options);
  return { from: base, head, branchHead: own };
}

function toOperations(
  files: readonly FileChange[],
  blobs: ReadonlyMap<string, string>,
  like: string | undefined,
): ChangeFileOperation[] {
  const operations: ChangeFileOperation[] = [];
  for (const { path, content } of files) {
    const sha = blobs.get(path);
    if (content === undefined) {
      if (sha !== undefined)
        operations.push({ operation: 'delete', path, sha });
      continue;
    }
    if (sha === blobId(content, like)) continue;
    operations.push({
      operation: sha === undefined ? 'create' : 'update',
      path,
      content: Buffer.from(content).toString('base64'),
      ...(sha === undefined ? {} : { sha }),
    });
  }
  return operations;
}

function toBody(
  input: CommitInput,
  start: Start,
  files: ChangeFileOperation[],
): ChangeFilesOptions & { force_push?: boolean } {
  return {
    branch: start.from,
    new_branch: input.branch,
    message: input.message,
    files,
    ...(input.author && { author: input.author }),
    ...(input.startOver &&
      start.branchHead !== undefined && { force_push: true }),
  };
}

async function toRefusal(
  client: GiteaClient,
  failed: {
    input: CommitInput;
    start: Start;
    answer: { status: number; message: string };
  },
  options?: CallOptions,
): Promise<CommitFilesResult> {
  const { input, start, answer } = failed;
  const now = await findStart(client, input, options);
  if (now.head !== start.head || now.branchHead !== start.branchHead) {
    return { outcome: 'headMoved', head: now.branchHead ?? now.head ?? '' };
  }
  const repo = `${input.repo.owner}/${input.repo.name}`;
  return {
    outcome: 'forbidden',
    reason:
      answer.status === 404
        ? `${repo} does not exist, or the configured user may not write to it`
        : `The Git host refused to write to branch ${input.branch} of ${repo}: ${answer.message}`,
  };
}

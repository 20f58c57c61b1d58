import type { GitHost } from './GitHost';
import { HostRefusal, type HostedRepository, type Pull } from './hostModel';

export interface NewPull {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly labels: readonly number[];
}

export function openPull(
  host: GitHost,
  repository: HostedRepository,
  input: NewPull,
): Pull {
  const { git, pulls } = repository;
  const { head, base } = input;
  const headCommit = git.branches.get(head);
  const baseCommit = git.branches.get(base);
  if (headCommit === undefined || baseCommit === undefined) {
    throw new HostRefusal(404, "The target couldn't be found.");
  }
  const open = pulls.find(
    pull =>
      pull.end.state === 'open' && pull.head === head && pull.base === base,
  );
  if (open) {
    throw new HostRefusal(
      409,
      `pull request already exists for these targets [id: ${open.number}, head_branch: ${head}, base_branch: ${base}]`,
    );
  }
  if (headCommit === baseCommit) {
    throw new HostRefusal(
      422,
      'Invalid PullRequest: There are no changes between the head and the base',
    );
  }
  const at = host.stamp();
  const pull: Pull = {
    ...input,
    number: pulls.length + 1,
    createdAt: at,
    updatedAt: at,
    headCommit,
    end: { state: 'open' },
    reviewers: [],
    reviews: [],
    comments: [],
  };
  pulls.push(pull);
  return pull;
}

/** Whether it could be merged now. */
export async function isMergeable(
  repository: HostedRepository,
  pull: Pull,
): Promise<boolean> {
  const base = repository.git.branches.get(pull.base);
  if (pull.end.state !== 'open' || base === undefined) return false;
  const tree = await repository.git.mergeTree(base, pull.headCommit);
  return tree !== undefined;
}

export interface MergeRequest {
  readonly method: string;
  readonly expectedHead: string | undefined;
  readonly message: string;
  readonly by: string;
}

export function mergePull(
  host: GitHost,
  repository: HostedRepository,
  pull: Pull,
  request: MergeRequest,
): Promise<string> {
  const { owner, name, git } = repository;
  return host.exclusively(`${owner}/${name}`, async () => {
    const base = git.branches.get(pull.base);
    refuse(pull, request, base);
    const tree = await git.mergeTree(base ?? '', pull.headCommit);
    if (tree === undefined) {
      throw new HostRefusal(405, 'Please try again later');
    }
    const commit = await git.commitTree({
      branch: pull.base,
      tree,
      parents: [
        base ?? '',
        ...(request.method === 'squash' ? [] : [pull.headCommit]),
      ],
      message: request.message,
      author: { name: request.by, email: `${request.by}@example.test` },
      atSeconds: host.seconds(),
    });
    pull.end = { state: 'merged', at: host.stamp(), commit, by: request.by };
    pull.updatedAt = host.stamp();
    host.moved(repository, { branch: pull.base, before: base, after: commit });
    return commit;
  });
}

function refuse(
  pull: Pull,
  request: MergeRequest,
  base: string | undefined,
): void {
  if (pull.end.state === 'closed') throw new HostRefusal(404, 'not found');
  if (pull.end.state === 'merged') {
    throw new HostRefusal(405, 'The PR is already merged');
  }
  if (request.method !== 'merge' && request.method !== 'squash') {
    throw new HostRefusal(
      405,
      `${request.method} is not allowed an allowed merge style for this repository`,
    );
  }
  const { expectedHead } = request;
  if (expectedHead && expectedHead !== pull.headCommit) {
    throw new HostRefusal(409, 'head out of date');
  }
  if (base === undefined) throw new HostRefusal(404, 'not found');
}

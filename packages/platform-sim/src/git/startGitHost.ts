import { createServer } from 'node:http';
import { listen, stopServer } from '../http/listen';
import { GitHost } from './GitHost';
import {
  HostRefusal,
  type GitUser,
  type HostedRepository,
  type PushEvent,
} from './hostModel';
import { handleApi } from './http/handleApi';
import { handleGit } from './http/handleGit';
import { handlePages } from './pages/handlePages';

export interface StartGitHostOptions {
  /** Folder for the repositories; made when missing, left behind. */
  readonly dir: string;
  /** Default: any free port. */
  readonly port?: number;
  readonly users: readonly GitUser[];
  /** Organisations that exist from the start; others come through the API or with their first repository. */
  readonly organizations?: readonly string[];
  readonly now?: () => number;
}

/** Files by path; `undefined` removes one. */
export type GitFiles = ReadonlyMap<string, string | Buffer | undefined>;

/** One commit, made from inside the process. */
export interface DirectCommit {
  readonly message: string;
  /** Time of the commit in milliseconds; default: now. */
  readonly date?: number;
  readonly author?: { readonly name: string; readonly email: string };
  /** Default: the repository's default branch. */
  readonly branch?: string;
}

export interface RunningGitHost {
  readonly url: string;
  /** Token and login of the first user. */
  readonly token: string;
  readonly user: string;
  /** Hears of every branch that moved, by push, merge or API. Returns its end. */
  onPush(listener: (event: PushEvent) => void): () => void;
  /** A repository with one commit; one process for all files. */
  createRepoFromFiles(
    owner: string,
    name: string,
    files: GitFiles,
    commit: DirectCommit & { readonly description?: string },
  ): Promise<string>;
  /** One more commit. Makes the branch from the default branch when it is new. */
  commit(
    owner: string,
    name: string,
    files: GitFiles,
    commit: DirectCommit,
  ): Promise<string>;
  head(owner: string, name: string, branch?: string): string | undefined;
  /** All text files at a branch or commit, below a folder. */
  readTree(
    owner: string,
    name: string,
    at: { readonly ref: string; readonly under?: string },
  ): Promise<ReadonlyMap<string, string>>;
  stop(): Promise<void>;
}

/**
 * A Git host that speaks Gitea's REST API over real bare repositories, and Git's own protocol through
 * `git http-backend`. Pull requests, reviews and statuses live in memory.
 */
export async function startGitHost(
  options: StartGitHostOptions,
): Promise<RunningGitHost> {
  const host = new GitHost({
    dir: options.dir,
    users: options.users,
    organizations: options.organizations ?? [],
    now: options.now ?? Date.now,
  });
  const server = createServer(async (request, response) => {
    try {
      const served =
        (await handleApi(host, request, response)) ||
        (await handleGit(host, request, response));
      if (!served) await handlePages(host, request, response);
    } catch (error) {
      const status = error instanceof HostRefusal ? error.status : 500;
      if (!response.headersSent) response.writeHead(status);
      response.end(error instanceof Error ? `${error.message}\n` : '');
    }
  });
  const url = await listen(server, options.port ?? 0);
  return {
    url,
    token: options.users[0]?.token ?? '',
    user: options.users[0]?.login ?? '',
    onPush: listener => host.onPush(listener),
    createRepoFromFiles: async (owner, name, files, commit) => {
      if (!host.users.some(({ login }) => login === owner)) {
        host.organizations.add(owner);
      }
      const { description } = commit;
      const repository = await host.createRepository({
        owner,
        name,
        description,
        private: true,
      });
      return commitDirectly(host, repository, files, commit);
    },
    commit: (owner, name, files, commit) =>
      commitDirectly(host, need(host, owner, name), files, commit),
    head: (owner, name, branch) => {
      const repository = host.find(owner, name);
      return repository?.git.branches.get(branch ?? repository.defaultBranch);
    },
    readTree: (owner, name, at) => readTree(need(host, owner, name), at),
    stop: () => stopServer(server),
  };
}

function need(host: GitHost, owner: string, name: string): HostedRepository {
  const repository = host.find(owner, name);
  if (!repository) throw new Error(`There is no repository ${owner}/${name}`);
  return repository;
}

function commitDirectly(
  host: GitHost,
  repository: HostedRepository,
  files: GitFiles,
  commit: DirectCommit,
): Promise<string> {
  const { owner, name, git, defaultBranch } = repository;
  return host.exclusively(`${owner}/${name}`, async () => {
    const branch = commit.branch ?? defaultBranch;
    const before = git.branches.get(branch);
    const after = await git.commit({
      branch,
      from: before ?? git.branches.get(defaultBranch),
      message: commit.message,
      author: commit.author ?? { name: owner, email: `${owner}@example.test` },
      atSeconds:
        commit.date === undefined
          ? host.seconds()
          : Math.floor(commit.date / 1000),
      files,
    });
    host.moved(repository, { branch, before, after });
    return after;
  });
}

async function readTree(
  repository: HostedRepository,
  at: { ref: string; under?: string },
): Promise<ReadonlyMap<string, string>> {
  const commit = await repository.git.resolve(at.ref);
  if (!commit) throw new Error(`${at.ref} is not in ${repository.name}`);
  const prefix = at.under ? `${at.under.replace(/\/+$/, '')}/` : '';
  const entries = (await repository.git.tree(commit)).filter(
    ({ type, path }) => type === 'blob' && path.startsWith(prefix),
  );
  return new Map(
    await Promise.all(
      entries.map(
        async ({ path, id }) =>
          [path, (await repository.git.blob(id)).toString()] as const,
      ),
    ),
  );
}

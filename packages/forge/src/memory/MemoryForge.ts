import { blobId } from '../blobId';
import type {
  Change,
  CommitFilesResult,
  CommitStatus,
  CreateRepositoryResult,
  FileContent,
  Forge,
  MergeResult,
  OpenChangeResult,
  RepositoryFacts,
  RepositoryRef,
  Review,
} from '../forge';
import { ForgeError } from '../forgeError';
import {
  approveIn,
  findOpen,
  mergeInto,
  newChange,
  showChange,
} from './memoryChange';
import type { MemoryHost } from './MemoryHost';
import {
  applyFiles,
  MemoryRepository,
  type MemoryChange,
} from './memoryRepository';

type Input<K extends keyof Forge> = Forge[K] extends (
  input: infer I,
  ...rest: never[]
) => unknown
  ? I
  : never;

/** One user's view of a {@link MemoryHost}. */
export class MemoryForge implements Forge {
  readonly kind = 'memory';
  readonly webUrl = 'https://git.memory.test';
  readonly #host: MemoryHost;
  readonly #user: string;
  readonly #owners: readonly string[] | undefined;

  constructor(host: MemoryHost, user: string, owners?: readonly string[]) {
    this.#host = host;
    this.#user = user;
    this.#owners = owners;
  }

  capabilities() {
    return {
      labels: true,
      reviewers: true,
      expectedHeadOnMerge: true,
      mergeQueue: false,
    };
  }

  async createRepository(
    input: Input<'createRepository'>,
  ): Promise<CreateRepositoryResult> {
    const { repo } = input;
    if (!this.#mayUse(repo)) {
      return {
        outcome: 'forbidden',
        reason: `${this.#user} may not create repositories of ${repo.owner}`,
      };
    }
    const urls = this.#urlsOf(repo);
    const found = this.#host.find(repo);
    if (found) {
      return { outcome: 'exists', empty: found.facts.empty, ...urls };
    }
    this.#host.create(repo, input.defaultBranch);
    return { outcome: 'created', ...urls };
  }

  async findRepository(
    repo: RepositoryRef,
  ): Promise<RepositoryFacts | undefined> {
    const seen = this.#see(repo);
    return seen && { ...this.#urlsOf(repo), ...seen.facts };
  }

  async branchHead(repo: RepositoryRef, branch: string) {
    return this.#see(repo)?.branches.get(branch);
  }

  async readFile(
    repo: RepositoryRef,
    at: { ref: string; path: string },
  ): Promise<FileContent | undefined> {
    const seen = this.#see(repo);
    const commitId = seen?.commitOf(at.ref);
    const text = seen?.filesOf(commitId).get(at.path);
    if (commitId === undefined || text === undefined) return undefined;
    return { text, blobId: blobId(text), commitId };
  }

  async listFiles(repo: RepositoryRef, at: { ref: string; under: string }) {
    const seen = this.#see(repo);
    const prefix = at.under === '' ? '' : `${at.under.replace(/\/+$/, '')}/`;
    return [...(seen?.filesOf(seen.commitOf(at.ref)).keys() ?? [])]
      .filter(path => path.startsWith(prefix))
      .sort();
  }

  async commitFiles(input: Input<'commitFiles'>): Promise<CommitFilesResult> {
    const repository = this.#see(input.repo);
    if (!repository) {
      return {
        outcome: 'forbidden',
        reason: `${input.repo.owner}/${input.repo.name} does not exist, or ${
          this.#user
        } may not write to it`,
      };
    }
    const { branches } = repository;
    const own = branches.get(input.branch);
    const again = input.startOver || own === undefined;
    const from =
      again && input.base !== undefined ? branches.get(input.base) : own;
    const expected = input.startOver ? own : from;
    if (input.expectedHead !== undefined && input.expectedHead !== expected) {
      return { outcome: 'headMoved', head: expected ?? '' };
    }
    const before = repository.filesOf(from);
    const files = applyFiles(before, input.files);
    if (files === before && from !== undefined) {
      return { outcome: 'unchanged', commitId: from };
    }
    const commitId = repository.commit({
      parents: from === undefined ? [] : [from],
      files,
      message: input.message,
    });
    repository.point(input.branch, commitId);
    return { outcome: 'committed', commitId };
  }

  async openChange(input: Input<'openChange'>): Promise<OpenChangeResult> {
    const repository = this.#see(input.repo);
    const headCommit = repository?.branches.get(input.head);
    const baseCommit = repository?.branches.get(input.base);
    if (!repository || headCommit === undefined || baseCommit === undefined) {
      return {
        outcome: 'forbidden',
        reason: `${input.head} or ${input.base} is not a branch that ${
          this.#user
        } may see`,
      };
    }
    const open = findOpen(repository, input);
    const found =
      open ??
      newChange(repository, {
        ...input,
        headCommit,
        author: this.#user,
        at: this.#host.at(),
      });
    return {
      outcome: open ? 'existing' : 'opened',
      change: this.#show(input.repo, found),
      notSupported: [],
    };
  }

  async updateChange(
    repo: RepositoryRef,
    number: number,
    patch: { title?: string; body?: string },
  ): Promise<Change> {
    const [, change] = this.#need(repo, number);
    change.title = patch.title ?? change.title;
    change.body = patch.body ?? change.body;
    return this.#show(repo, change);
  }

  async findChanges(
    repo: RepositoryRef,
    filter: { headPrefix?: string; state: Change['state'] | 'all' },
  ): Promise<readonly Change[]> {
    const seen = this.#see(repo);
    if (!seen) throw this.#notFound(repo);
    return seen.changes
      .filter(
        ({ headBranch, end }) =>
          headBranch.startsWith(filter.headPrefix ?? '') &&
          (filter.state === 'all' || end.state === filter.state),
      )
      .map(change => this.#show(repo, change))
      .sort((a, b) => b.number - a.number);
  }

  async getChange(repo: RepositoryRef, number: number) {
    const seen = this.#see(repo);
    const change = seen?.changes.find(other => other.number === number);
    return seen && change && this.#show(repo, change);
  }

  async setStatus(repo: RepositoryRef, commit: string, status: CommitStatus) {
    const seen = this.#see(repo);
    if (!seen?.commits.has(commit)) throw this.#notFound(repo);
    const known = seen.statuses.get(commit) ?? new Map<string, CommitStatus>();
    seen.statuses.set(commit, known.set(status.context, status));
  }

  async listStatuses(repo: RepositoryRef, commit: string) {
    return [...(this.#see(repo)?.statuses.get(commit)?.values() ?? [])];
  }

  async listReviews(
    repo: RepositoryRef,
    number: number,
  ): Promise<readonly Review[]> {
    return [...this.#need(repo, number)[1].reviews];
  }

  async approve(
    repo: RepositoryRef,
    number: number,
    review: { commit: string; body: string },
  ): ReturnType<Forge['approve']> {
    const change = this.#see(repo)?.changes.find(c => c.number === number);
    if (!change) {
      return { outcome: 'forbidden', reason: `There is no change ${number}` };
    }
    const { commit } = review;
    return approveIn(change, { user: this.#user, commit, at: this.#host.at() });
  }

  async mergeChange(
    repo: RepositoryRef,
    number: number,
    how: { expectedHead: string; message?: string },
  ): Promise<MergeResult> {
    const repository = this.#see(repo);
    const change = repository?.changes.find(other => other.number === number);
    if (!repository || !change) {
      return { outcome: 'forbidden', reason: `There is no change ${number}` };
    }
    return mergeInto(repository, change, { ...how, at: this.#host.at() });
  }

  async comment(repo: RepositoryRef, number: number, body: string) {
    this.#need(repo, number)[1].comments.push(body);
  }

  async closeChange(repo: RepositoryRef, number: number) {
    const [, change] = this.#need(repo, number);
    if (change.end.state === 'open') change.end = { state: 'closed' };
  }

  async deleteBranch(repo: RepositoryRef, branch: string) {
    const seen = this.#see(repo);
    if (!seen?.branches.delete(branch)) return;
    for (const change of seen.changes) {
      if (change.headBranch === branch && change.end.state === 'open') {
        change.end = { state: 'closed' };
      }
    }
  }

  #mayUse(repo: RepositoryRef): boolean {
    return this.#owners?.includes(repo.owner) ?? true;
  }

  #see(repo: RepositoryRef): MemoryRepository | undefined {
    return this.#mayUse(repo) ? this.#host.find(repo) : undefined;
  }

  #notFound(repo: RepositoryRef): ForgeError {
    return new ForgeError(
      'notFound',
      `${repo.owner}/${repo.name} does not hold it, or ${
        this.#user
      } may not see it`,
    );
  }

  #need(repo: RepositoryRef, number: number): [MemoryRepository, MemoryChange] {
    const seen = this.#see(repo);
    const change = seen?.changes.find(other => other.number === number);
    if (!seen || !change) throw this.#notFound(repo);
    return [seen, change];
  }

  #show(repo: RepositoryRef, change: MemoryChange): Change {
    const url = `${this.#urlsOf(repo).webUrl}/pulls/${change.number}`;
    const seen = this.#see(repo) ?? new MemoryRepository('main');
    return showChange(seen, change, url);
  }

  #urlsOf({ owner, name }: RepositoryRef) {
    const webUrl = `${this.webUrl}/${owner}/${name}`;
    return { webUrl, cloneUrl: `${webUrl}.git` };
  }
}

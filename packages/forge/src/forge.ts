/** A repository on a Git host. */
export interface RepositoryRef {
  readonly owner: string;
  readonly name: string;
}

/** Who to mention in commits made for somebody. */
export interface CommitAuthor {
  readonly name: string;
  readonly email: string;
}

export interface FileContent {
  readonly text: string;
  /** Git blob id of this content. */
  readonly blobId: string;
  /** Commit that `ref` pointed at when it was read. */
  readonly commitId: string;
}

/** `content: undefined` removes the file. Text files only. */
export interface FileChange {
  readonly path: string;
  readonly content: string | undefined;
}

/** What the host says of a repository that is there. */
export interface RepositoryFacts {
  readonly cloneUrl: string;
  readonly webUrl: string;
  /** Whether it holds no commit yet. */
  readonly empty: boolean;
  /** The branch that a clone checks out, and against which changes are opened. An empty repository names one as well. */
  readonly defaultBranch: string;
}

export type CreateRepositoryResult =
  | {
      readonly outcome: 'created';
      readonly cloneUrl: string;
      readonly webUrl: string;
    }
  /** It was there before. `empty` says whether it holds any commit. */
  | {
      readonly outcome: 'exists';
      readonly cloneUrl: string;
      readonly webUrl: string;
      readonly empty: boolean;
    }
  | { readonly outcome: 'forbidden'; readonly reason: string };

export type CommitFilesResult =
  | { readonly outcome: 'committed'; readonly commitId: string }
  /** All files already are as asked: nothing was written. */
  | { readonly outcome: 'unchanged'; readonly commitId: string }
  | { readonly outcome: 'headMoved'; readonly head: string }
  | { readonly outcome: 'forbidden'; readonly reason: string };

export type ChangeState = 'open' | 'merged' | 'closed';

/** A pull or merge request. */
export interface Change {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly state: ChangeState;
  readonly head: { readonly branch: string; readonly commit: string };
  readonly base: { readonly branch: string; readonly commit: string };
  readonly mergeable: 'yes' | 'no' | 'unknown';
  readonly author: string;
  readonly createdAt: string;
  readonly mergedAt?: string;
  readonly mergeCommit?: string;
  readonly labels: readonly string[];
}

export type OpenChangeResult =
  | {
      readonly outcome: 'opened' | 'existing';
      readonly change: Change;
      readonly notSupported: readonly string[];
    }
  | { readonly outcome: 'forbidden'; readonly reason: string };

export type MergeResult =
  | { readonly outcome: 'merged'; readonly commitId: string }
  | { readonly outcome: 'enqueued' }
  | { readonly outcome: 'headMoved'; readonly head: string }
  | { readonly outcome: 'notMergeable'; readonly reason: string }
  | { readonly outcome: 'forbidden'; readonly reason: string };

export type StatusState = 'pending' | 'success' | 'failure' | 'error';

/** One check on a commit; `context` is stable, so branch protection can ask for it. */
export interface CommitStatus {
  readonly context: string;
  readonly state: StatusState;
  readonly text: string;
  readonly url?: string;
}

export interface Review {
  readonly user: string;
  readonly state:
    | 'approved'
    | 'changesRequested'
    | 'commented'
    | 'dismissed'
    | 'pending';
  /** The commit it was given for. */
  readonly commit: string;
  readonly at: string;
}

export interface ForgeCapabilities {
  readonly labels: boolean;
  readonly reviewers: boolean;
  /** Merge refuses by itself when the head moved. */
  readonly expectedHeadOnMerge: boolean;
  readonly mergeQueue: boolean;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * A Git host, seen by this suite: GitHub, GitLab, Gitea and Forgejo alike.
 *
 * Ordinary refusals are results (`headMoved`, `forbidden`, `notMergeable`); a host that cannot be reached or answers
 * nonsense throws {@link ForgeError}. No operation retries a write blindly. Every operation that creates is
 * idempotent: it finds what it made before.
 */
export interface Forge {
  readonly kind: 'gitea' | 'github' | 'gitlab' | 'memory';
  /** Base URL of the host's pages. */
  readonly webUrl: string;
  capabilities(): ForgeCapabilities;

  createRepository(
    input: {
      repo: RepositoryRef;
      description: string;
      private: boolean;
      defaultBranch: string;
    },
    options?: CallOptions,
  ): Promise<CreateRepositoryResult>;

  /** `undefined` when there is none, or the token may not see it. */
  findRepository(
    repo: RepositoryRef,
    options?: CallOptions,
  ): Promise<RepositoryFacts | undefined>;

  /** Head commit of a branch, `undefined` when there is none. */
  branchHead(
    repo: RepositoryRef,
    branch: string,
    options?: CallOptions,
  ): Promise<string | undefined>;

  /** `undefined` when the path (or the repository, or the ref) does not exist. */
  readFile(
    repo: RepositoryRef,
    at: { ref: string; path: string },
    options?: CallOptions,
  ): Promise<FileContent | undefined>;

  /** Paths of all files below `under` at `ref`. */
  listFiles(
    repo: RepositoryRef,
    at: { ref: string; under: string },
    options?: CallOptions,
  ): Promise<readonly string[]>;

  /**
   * One atomic commit on `branch`. The branch is made from `base` when it does not exist. With `expectedHead`, a
   * branch that points elsewhere is left alone and `headMoved` comes back; for a branch that is made by this call,
   * `expectedHead` is the head of `base`. With `startOver`, a branch that exists is thrown away and made again from
   * `base`: only for branches that nobody but this suite writes to, and only with the head that was last seen there
   * as `expectedHead`.
   */
  commitFiles(
    input: {
      repo: RepositoryRef;
      branch: string;
      base?: string;
      expectedHead?: string;
      startOver?: boolean;
      files: readonly FileChange[];
      message: string;
      author?: CommitAuthor;
    },
    options?: CallOptions,
  ): Promise<CommitFilesResult>;

  /** Idempotent by head branch: an open change from the same branch is returned as `existing`. */
  openChange(
    input: {
      repo: RepositoryRef;
      head: string;
      base: string;
      title: string;
      body: string;
      labels?: readonly string[];
      reviewers?: readonly string[];
    },
    options?: CallOptions,
  ): Promise<OpenChangeResult>;

  updateChange(
    repo: RepositoryRef,
    number: number,
    patch: { title?: string; body?: string },
    options?: CallOptions,
  ): Promise<Change>;

  /** Open and recently closed ones whose head branch starts with `headPrefix`, newest first. */
  findChanges(
    repo: RepositoryRef,
    filter: { headPrefix?: string; state: ChangeState | 'all' },
    options?: CallOptions,
  ): Promise<readonly Change[]>;

  getChange(
    repo: RepositoryRef,
    number: number,
    options?: CallOptions,
  ): Promise<Change | undefined>;

  setStatus(
    repo: RepositoryRef,
    commit: string,
    status: CommitStatus,
    options?: CallOptions,
  ): Promise<void>;
  listStatuses(
    repo: RepositoryRef,
    commit: string,
    options?: CallOptions,
  ): Promise<readonly CommitStatus[]>;

  listReviews(
    repo: RepositoryRef,
    number: number,
    options?: CallOptions,
  ): Promise<readonly Review[]>;
  approve(
    repo: RepositoryRef,
    number: number,
    review: { commit: string; body: string },
    options?: CallOptions,
  ): Promise<
    | { outcome: 'approved' }
    | { outcome: 'forbidden' | 'headMoved'; reason: string }
  >;

  mergeChange(
    repo: RepositoryRef,
    number: number,
    how: {
      expectedHead: string;
      method: 'merge' | 'squash' | 'rebase';
      message?: string;
    },
    options?: CallOptions,
  ): Promise<MergeResult>;

  comment(
    repo: RepositoryRef,
    number: number,
    body: string,
    options?: CallOptions,
  ): Promise<void>;
  closeChange(
    repo: RepositoryRef,
    number: number,
    options?: CallOptions,
  ): Promise<void>;
  deleteBranch(
    repo: RepositoryRef,
    branch: string,
    options?: CallOptions,
  ): Promise<void>;
}

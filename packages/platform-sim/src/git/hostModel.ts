import type { BareRepository } from './BareRepository';

/** Somebody who may call the host. An admin may do everything; others see public repositories and their own. */
export interface GitUser {
  readonly login: string;
  readonly token: string;
  readonly admin: boolean;
}

export interface PullReview {
  readonly id: number;
  readonly user: string;
  readonly state: 'APPROVED' | 'REQUEST_CHANGES' | 'COMMENT';
  readonly body: string;
  readonly commit: string;
  readonly at: string;
}

export type PullEnd =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly at: string }
  | {
      readonly state: 'merged';
      readonly at: string;
      readonly commit: string;
      readonly by: string;
    };

export interface Pull {
  readonly number: number;
  readonly author: string;
  readonly head: string;
  readonly base: string;
  readonly createdAt: string;
  title: string;
  body: string;
  updatedAt: string;
  /** Follows the branch while the pull request is open. */
  headCommit: string;
  end: PullEnd;
  labels: readonly number[];
  reviewers: readonly string[];
  readonly reviews: PullReview[];
  readonly comments: {
    readonly user: string;
    readonly body: string;
    readonly at: string;
  }[];
}

export interface HostStatus {
  readonly id: number;
  readonly context: string;
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string;
  readonly at: string;
  readonly by: string;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
}

export interface HostedRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly description: string;
  readonly private: boolean;
  readonly defaultBranch: string;
  readonly createdAt: string;
  readonly git: BareRepository;
  readonly pulls: Pull[];
  readonly labels: Label[];
  /** By commit, then context. */
  readonly statuses: Map<string, Map<string, HostStatus>>;
}

/** A branch that moved. `after` absent: it was deleted. */
export interface PushEvent {
  readonly owner: string;
  readonly name: string;
  readonly branch: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A refusal, as Gitea answers it. */
export class HostRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HostRefusal';
    this.status = status;
  }
}

import type { CommitFacts } from '../BareRepository';
import type {
  HostStatus,
  HostedRepository,
  Label,
  Pull,
  PullReview,
} from '../hostModel';

/** Gitea's JSON of each thing: the fields that clients read. */

export function userBody(login: string, url: string) {
  return { login, username: login, html_url: `${url}/${login}` };
}

export function repositoryBody(repository: HostedRepository, url: string) {
  const { owner, name } = repository;
  const page = `${url}/${owner}/${name}`;
  return {
    id: repository.id,
    name,
    full_name: `${owner}/${name}`,
    owner: userBody(owner, url),
    description: repository.description,
    private: repository.private,
    empty: repository.git.branches.size === 0,
    default_branch: repository.defaultBranch,
    html_url: page,
    clone_url: `${page}.git`,
    created_at: repository.createdAt,
    permissions: { admin: true, push: true, pull: true },
    has_pull_requests: true,
    allow_merge_commits: true,
    allow_squash_merge: true,
  };
}

export function commitBody(
  repository: HostedRepository,
  commit: CommitFacts,
  url: string,
) {
  const page = `${url}/${repository.owner}/${repository.name}`;
  const person = { name: commit.author, email: commit.email, date: commit.at };
  return {
    sha: commit.id,
    created: commit.at,
    html_url: `${page}/commit/${commit.id}`,
    commit: {
      message: commit.message,
      author: person,
      committer: person,
      tree: { sha: commit.tree },
    },
    parents: commit.parents.map(sha => ({ sha })),
  };
}

export function pullBody(
  repository: HostedRepository,
  pull: Pull,
  more: { url: string; mergeable: boolean },
) {
  const { end } = pull;
  const { branches } = repository.git;
  const page = `${more.url}/${repository.owner}/${repository.name}/pulls/${pull.number}`;
  const repo = repositoryBody(repository, more.url);
  const merged = end.state === 'merged' ? end : undefined;
  return {
    id: pull.number,
    number: pull.number,
    url: page,
    html_url: page,
    title: pull.title,
    body: pull.body,
    state: end.state === 'open' ? 'open' : 'closed',
    draft: false,
    user: userBody(pull.author, more.url),
    labels: pull.labels.flatMap(id =>
      repository.labels.filter(label => label.id === id),
    ),
    requested_reviewers: pull.reviewers.map(name => userBody(name, more.url)),
    comments: pull.comments.length,
    mergeable: more.mergeable,
    merged: merged !== undefined,
    merged_at: merged?.at ?? null,
    merge_commit_sha: merged?.commit ?? null,
    merged_by: merged ? userBody(merged.by, more.url) : null,
    base: {
      label: pull.base,
      ref: pull.base,
      sha: branches.get(pull.base) ?? '',
      repo,
    },
    head: {
      label: pull.head,
      ref: branches.has(pull.head)
        ? pull.head
        : `refs/pull/${pull.number}/head`,
      // Like Gitea: the branch's head as long as there is a branch.
      sha: branches.get(pull.head) ?? pull.headCommit,
      repo,
    },
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: end.state === 'open' ? null : end.at,
  };
}

export function reviewBody(pull: Pull, review: PullReview, url: string) {
  return {
    id: review.id,
    user: userBody(review.user, url),
    state: review.state,
    body: review.body,
    commit_id: review.commit,
    submitted_at: review.at,
    stale: review.commit !== pull.headCommit,
    dismissed: false,
    official: true,
  };
}

export function statusBody(status: HostStatus, url: string) {
  return {
    id: status.id,
    context: status.context,
    status: status.state,
    description: status.description,
    target_url: status.targetUrl,
    creator: userBody(status.by, url),
    created_at: status.at,
    updated_at: status.at,
  };
}

export function labelBody(label: Label) {
  return { ...label, description: '' };
}

import type { Change, Forge, MergeResult } from '../forge';
import type { MemoryChange, MemoryRepository } from './memoryRepository';

/** A change as a caller sees it. */
export function showChange(
  repository: MemoryRepository,
  change: MemoryChange,
  url: string,
): Change {
  const { end } = change;
  return {
    number: change.number,
    url,
    title: change.title,
    body: change.body,
    state: end.state,
    head: { branch: change.headBranch, commit: change.headCommit },
    base: {
      branch: change.baseBranch,
      commit: repository.branches.get(change.baseBranch) ?? '',
    },
    mergeable: repository.mergeable(change),
    author: change.author,
    createdAt: change.createdAt,
    labels: change.labels,
    ...(end.state === 'merged' && {
      mergedAt: end.at,
      mergeCommit: end.commit,
    }),
  };
}

/** The change that is open already between two branches. */
export function findOpen(
  { changes }: MemoryRepository,
  { head, base }: { head: string; base: string },
): MemoryChange | undefined {
  return changes.find(
    ({ headBranch, baseBranch, end }) =>
      end.state === 'open' && headBranch === head && baseBranch === base,
  );
}

export function newChange(
  repository: MemoryRepository,
  input: {
    head: string;
    base: string;
    title: string;
    body: string;
    labels?: readonly string[];
    headCommit: string;
    author: string;
    at: string;
  },
): MemoryChange {
  const change: MemoryChange = {
    number: repository.changes.length + 1,
    headBranch: input.head,
    baseBranch: input.base,
    author: input.author,
    createdAt: input.at,
    title: input.title,
    body: input.body,
    labels: input.labels ?? [],
    headCommit: input.headCommit,
    end: { state: 'open' },
    reviews: [],
    comments: [],
  };
  repository.changes.push(change);
  return change;
}

/** Records an approval of exactly the commit that was read, by somebody else than the author. */
export function approveIn(
  change: MemoryChange,
  review: { user: string; commit: string; at: string },
): Awaited<ReturnType<Forge['approve']>> {
  if (change.author === review.user) {
    return {
      outcome: 'forbidden',
      reason: 'Nobody approves a change of their own',
    };
  }
  if (change.headCommit !== review.commit) {
    return {
      outcome: 'headMoved',
      reason: `The change is now at ${change.headCommit.slice(0, 12)}`,
    };
  }
  change.reviews.push({ ...review, state: 'approved' });
  return { outcome: 'approved' };
}

/** Merges a change when its head is still the expected one and nothing conflicts. */
export function mergeInto(
  repository: MemoryRepository,
  change: MemoryChange,
  how: { expectedHead: string; message?: string; at: string },
): MergeResult {
  const { end, headCommit } = change;
  switch (end.state) {
    case 'merged':
      return headCommit === how.expectedHead
        ? { outcome: 'merged', commitId: end.commit }
        : { outcome: 'notMergeable', reason: 'It was merged before' };
    case 'closed':
      return {
        outcome: 'notMergeable',
        reason: 'It was closed without a merge',
      };
    case 'open':
      break;
  }
  if (headCommit !== how.expectedHead) {
    return { outcome: 'headMoved', head: headCommit };
  }
  const base = repository.branches.get(change.baseBranch) ?? '';
  const files = repository.merge(base, headCommit);
  if (!files) {
    return {
      outcome: 'notMergeable',
      reason: 'It conflicts with its base branch',
    };
  }
  const commit = repository.commit({
    parents: [base, headCommit],
    files,
    message: how.message ?? `Merge ${change.headBranch}`,
  });
  change.end = { state: 'merged', at: how.at, commit };
  repository.point(change.baseBranch, commit);
  return { outcome: 'merged', commitId: commit };
}

import type { PullRequest } from 'gitea-js';
import type { Change, ChangeState } from '../forge';
import { ForgeError } from '../forgeError';

/** Gitea judges in the background whether a change can be merged; until then it says `mergeable: false`. */
const MERGE_CHECK_MS = 10_000;

/** Gitea's pull request in this suite's words. */
export function toChange(pull: PullRequest, now: number): Change {
  const { number, head, base } = pull;
  if (number === undefined || !head?.sha || !base?.sha) {
    throw new ForgeError(
      'unexpected',
      'The Git host described a pull request without number, head or base',
    );
  }
  const merged = pull.merged
    ? {
        mergedAt: pull.merged_at ?? undefined,
        mergeCommit: pull.merge_commit_sha ?? undefined,
      }
    : {};
  return {
    number,
    url: pull.html_url ?? pull.url ?? '',
    title: pull.title ?? '',
    body: pull.body ?? '',
    state: stateOf(pull),
    // The label keeps the branch's name when the branch itself is gone.
    head: { branch: head.label || head.ref || '', commit: head.sha },
    base: { branch: base.ref ?? '', commit: base.sha },
    mergeable: mergeableOf(pull, now),
    author: pull.user?.login ?? '',
    createdAt: pull.created_at ?? '',
    labels: (pull.labels ?? []).map(label => label.name ?? ''),
    ...merged,
  };
}

function stateOf(pull: PullRequest): ChangeState {
  if (pull.merged) return 'merged';
  return pull.state === 'closed' ? 'closed' : 'open';
}

function mergeableOf(pull: PullRequest, now: number): Change['mergeable'] {
  if (stateOf(pull) !== 'open') return 'no';
  if (pull.mergeable) return 'yes';
  const touched = Date.parse(pull.updated_at ?? '');
  return now - touched < MERGE_CHECK_MS ? 'unknown' : 'no';
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOptions, Change, MergeResult, RepositoryRef } from '../forge';
import { getChange } from './changes';
import { type GiteaClient, OVERTAKEN } from './giteaClient';
import { seg } from './paths';

const CHECK_EVERY_MS = 200;
/** Six seconds: a busy host needs that long after a push. */
const CHECKS = 30;

export interface MergeInput {
  readonly repo: RepositoryRef;
  readonly number: number;
  readonly expectedHead: string;
  readonly method: 'merge' | 'squash' | 'rebase';
  readonly message?: string;
}

/** Others merge to the same base, and each merge takes the host a moment. */
const TRIES = 5;
const PAUSE_MS = 250;

const CHECKING =
  'It conflicts with its base branch, or the Git host is still checking that';

/**
 * Merges exactly the commit that was reviewed. Safe to repeat: a change that is merged already says so. Where the base
 * moved in that very moment it looks again and repeats, still for that commit only.
 */
export async function mergeChange(
  client: GiteaClient,
  input: MergeInput,
  options?: CallOptions,
): Promise<MergeResult> {
  for (let tries = 1; ; tries += 1) {
    const result = await mergeOnce(client, input, options);
    if (result.outcome !== 'notMergeable') return result;
    // Once overtaken, it is checked again against the base as it is now.
    const isOvertaken =
      OVERTAKEN.test(result.reason) ||
      (tries > 1 && result.reason === CHECKING);
    if (!isOvertaken) return result;
    if (tries === TRIES) {
      if (result.reason === CHECKING) return result;
      return {
        outcome: 'notMergeable',
        reason: 'Its base branch moves all the time; try again in a moment',
      };
    }
    await sleep(PAUSE_MS * tries, undefined, { signal: options?.signal });
  }
}

async function mergeOnce(
  client: GiteaClient,
  input: MergeInput,
  options?: CallOptions,
): Promise<MergeResult> {
  const change = await settled(client, input, options);
  const early = judge(change, input);
  if (early) return early;
  const answer = await client.call(
    `merge pull request ${input.number}`,
    options,
    (api, params) =>
      api.repos.repoMergePullRequest(
        seg(input.repo.owner),
        seg(input.repo.name),
        input.number,
        {
          Do: input.method,
          head_commit_id: input.expectedHead,
          ...titleAndText(input.message),
        },
        params,
      ),
  );
  const after = await getChange(client, input, options);
  const late = judge(after, input);
  if (late) return late;
  if (answer.ok) return { outcome: 'enqueued' };
  return answer.status === 403 || /not allowed to merge/i.test(answer.message)
    ? { outcome: 'forbidden', reason: answer.message }
    : { outcome: 'notMergeable', reason: reasonOf(answer.message) };
}

/** Gitea checks for conflicts in the background and refuses merges until it is done: only reads are repeated. */
async function settled(
  client: GiteaClient,
  input: MergeInput,
  options?: CallOptions,
): Promise<Change | undefined> {
  for (let check = 0; ; check += 1) {
    const change = await getChange(client, input, options);
    if (
      change?.state !== 'open' ||
      change.head.commit !== input.expectedHead ||
      change.mergeable === 'yes' ||
      check === CHECKS
    ) {
      return change;
    }
    await sleep(CHECK_EVERY_MS, undefined, { signal: options?.signal });
  }
}

function judge(
  change: Change | undefined,
  input: MergeInput,
): MergeResult | undefined {
  if (!change) {
    return {
      outcome: 'forbidden',
      reason: `There is no change ${input.number}, or it may not be seen`,
    };
  }
  const head = change.head.commit;
  if (change.state === 'open' && head !== input.expectedHead) {
    return { outcome: 'headMoved', head };
  }
  if (change.state === 'merged') {
    return head === input.expectedHead
      ? { outcome: 'merged', commitId: change.mergeCommit ?? '' }
      : { outcome: 'notMergeable', reason: 'It was merged before' };
  }
  return change.state === 'closed'
    ? { outcome: 'notMergeable', reason: 'It was closed without a merge' }
    : undefined;
}

function titleAndText(message: string | undefined) {
  if (!message) return {};
  const [title = '', ...rest] = message.split('\n');
  return {
    MergeTitleField: title,
    MergeMessageField: rest.join('\n').trim(),
  };
}

function reasonOf(message: string): string {
  return /try again later/i.test(message) || message === 'Conflict'
    ? CHECKING
    : message;
}

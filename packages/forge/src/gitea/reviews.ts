import type { PullReview } from 'gitea-js';
import type { CallOptions, RepositoryRef, Review } from '../forge';
import { getChange } from './changes';
import type { GiteaClient } from './giteaClient';
import { seg } from './paths';

type Place = { readonly repo: RepositoryRef; readonly number: number };

const STATES: Record<string, Review['state']> = {
  APPROVED: 'approved',
  REQUEST_CHANGES: 'changesRequested',
  COMMENT: 'commented',
  PENDING: 'pending',
  REQUEST_REVIEW: 'pending',
};

export async function listReviews(
  client: GiteaClient,
  at: Place,
  options?: CallOptions,
): Promise<readonly Review[]> {
  const reviews = await client.need(
    `list the reviews of pull request ${at.number}`,
    options,
    (api, params) =>
      api.repos.repoListPullReviews(
        seg(at.repo.owner),
        seg(at.repo.name),
        at.number,
        { limit: 50 },
        params,
      ),
  );
  return reviews.map(toReview);
}

function toReview(review: PullReview): Review {
  return {
    user: review.user?.login ?? '',
    state: review.dismissed
      ? 'dismissed'
      : STATES[review.state ?? ''] ?? 'commented',
    commit: review.commit_id ?? '',
    at: review.submitted_at ?? '',
  };
}

export async function approve(
  client: GiteaClient,
  at: Place,
  review: { commit: string; body: string },
  options?: CallOptions,
): Promise<
  | { outcome: 'approved' }
  | { outcome: 'forbidden' | 'headMoved'; reason: string }
> {
  const change = await getChange(client, at, options);
  if (!change) {
    return { outcome: 'forbidden', reason: `There is no change ${at.number}` };
  }
  if (change.head.commit !== review.commit) {
    return {
      outcome: 'headMoved',
      reason: `The change is now at ${change.head.commit.slice(0, 12)}`,
    };
  }
  const answer = await client.call(
    `approve pull request ${at.number}`,
    options,
    (api, params) =>
      api.repos.repoCreatePullReview(
        seg(at.repo.owner),
        seg(at.repo.name),
        at.number,
        { event: 'APPROVED', body: review.body, commit_id: review.commit },
        params,
      ),
  );
  return answer.ok
    ? { outcome: 'approved' }
    : {
        outcome: 'forbidden',
        reason: `The Git host refused the approval: ${answer.message}`,
      };
}

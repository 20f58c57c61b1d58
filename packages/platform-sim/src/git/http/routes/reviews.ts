import { HostRefusal, type PullReview } from '../../hostModel';
import { ok, repositoryOf, route, signedIn, text } from '../api';
import { labelBody, reviewBody, statusBody, userBody } from '../bodies';
import { pullOf } from './pulls';

const EVENTS: Record<string, PullReview['state']> = {
  APPROVED: 'APPROVED',
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'REQUEST_CHANGES',
  COMMENT: 'COMMENT',
};

/** What people and machines say about a change: reviews, comments, labels, statuses. */
export const reviewRoutes = [
  route('GET', '/repos/:owner/:repo/pulls/:index/reviews', call => {
    const pull = pullOf(call, repositoryOf(call, 'read'));
    return ok(pull.reviews.map(one => reviewBody(pull, one, call.url)));
  }),

  route('POST', '/repos/:owner/:repo/pulls/:index/reviews', call => {
    const pull = pullOf(call, repositoryOf(call, 'read'));
    const { login } = signedIn(call);
    const state = EVENTS[text(call.body.event)];
    if (!state) throw new HostRefusal(422, 'unknown event');
    if (pull.end.state !== 'open') {
      throw new HostRefusal(
        422,
        "can't submit review on a closed or merged PR",
      );
    }
    if (state !== 'COMMENT' && login === pull.author) {
      throw new HostRefusal(422, 'approve your own pull is not allowed');
    }
    const review: PullReview = {
      id: call.host.nextId(),
      user: login,
      state,
      body: text(call.body.body),
      commit: text(call.body.commit_id) || pull.headCommit,
      at: call.host.stamp(),
    };
    pull.reviews.push(review);
    pull.updatedAt = review.at;
    return ok(reviewBody(pull, review, call.url));
  }),

  route(
    'POST',
    '/repos/:owner/:repo/pulls/:index/requested_reviewers',
    call => {
      const pull = pullOf(call, repositoryOf(call, 'write'));
      const asked = Array.isArray(call.body.reviewers)
        ? call.body.reviewers
        : [];
      for (const name of asked) {
        if (!call.host.users.some(user => user.login === name)) {
          throw new HostRefusal(404, `user does not exist [name: ${name}]`);
        }
      }
      pull.reviewers = [...new Set([...pull.reviewers, ...asked])];
      return ok([], 201);
    },
  ),

  route('GET', '/repos/:owner/:repo/issues/:index/comments', call => {
    const pull = pullOf(call, repositoryOf(call, 'read'));
    return ok(
      pull.comments.map(({ user, body, at }) => ({
        body,
        user: userBody(user, call.url),
        created_at: at,
      })),
    );
  }),

  route('POST', '/repos/:owner/:repo/issues/:index/comments', call => {
    const pull = pullOf(call, repositoryOf(call, 'read'));
    const { login } = signedIn(call);
    const body = text(call.body.body);
    pull.comments.push({ user: login, body, at: call.host.stamp() });
    return ok({ body, user: userBody(login, call.url) }, 201);
  }),

  route('GET', '/repos/:owner/:repo/labels', call =>
    ok(repositoryOf(call, 'read').labels.map(labelBody)),
  ),

  route('POST', '/repos/:owner/:repo/labels', call => {
    const { labels } = repositoryOf(call, 'write');
    const label = {
      id: call.host.nextId(),
      name: text(call.body.name),
      color: text(call.body.color).replace('#', ''),
    };
    labels.push(label);
    return ok(labelBody(label), 201);
  }),

  route('POST', '/repos/:owner/:repo/issues/:index/labels', call => {
    const repository = repositoryOf(call, 'write');
    const pull = pullOf(call, repository);
    const asked = Array.isArray(call.body.labels) ? call.body.labels : [];
    const ids = repository.labels
      .filter(({ id, name }) => asked.includes(id) || asked.includes(name))
      .map(({ id }) => id);
    pull.labels = [...new Set([...pull.labels, ...ids])];
    return ok(repository.labels.filter(({ id }) => pull.labels.includes(id)));
  }),

  route('POST', '/repos/:owner/:repo/statuses/:sha', async call => {
    const { git, statuses } = repositoryOf(call, 'write');
    const { sha = '' } = call.params;
    if (!(await git.resolve(sha))) throw new HostRefusal(404, 'not found');
    const status = {
      id: call.host.nextId(),
      context: text(call.body.context) || 'default',
      state: text(call.body.state) || 'pending',
      description: text(call.body.description),
      targetUrl: text(call.body.target_url),
      at: call.host.stamp(),
      by: signedIn(call).login,
    };
    const known = statuses.get(sha) ?? new Map();
    statuses.set(sha, known.set(status.context, status));
    return ok(statusBody(status, call.url), 201);
  }),

  route('GET', '/repos/:owner/:repo/commits/:sha/status', call => {
    const { statuses } = repositoryOf(call, 'read');
    const { sha = '' } = call.params;
    const all = [...(statuses.get(sha)?.values() ?? [])];
    return ok({
      sha,
      total_count: all.length,
      statuses: all.map(status => statusBody(status, call.url)),
    });
  }),
];

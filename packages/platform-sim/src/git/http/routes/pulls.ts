import { HostRefusal, type HostedRepository, type Pull } from '../../hostModel';
import { isMergeable, mergePull, openPull } from '../../pulls';
import {
  ok,
  pageOf,
  repositoryOf,
  route,
  signedIn,
  text,
  type ApiCall,
} from '../api';
import { pullBody } from '../bodies';

/** The pull request of the path. */
export function pullOf(call: ApiCall, repository: HostedRepository): Pull {
  const number = Number(call.params.index);
  const pull = repository.pulls.find(other => other.number === number);
  if (!pull) throw new HostRefusal(404, 'not found');
  return pull;
}

async function show(call: ApiCall, repository: HostedRepository, pull: Pull) {
  const mergeable = await isMergeable(repository, pull);
  return pullBody(repository, pull, { url: call.url, mergeable });
}

function defaultMessage(pull: Pull, { owner, name }: HostedRepository): string {
  return `Merge pull request '${pull.title}' (#${pull.number}) from ${pull.head} into ${pull.base}\n\nReviewed-on: ${owner}/${name}`;
}

/** Pull requests, from open to merged. */
export const pullRoutes = [
  route('GET', '/repos/:owner/:repo/pulls', async call => {
    const repository = repositoryOf(call, 'read');
    const state = call.query.get('state') || 'open';
    const matching = repository.pulls
      .filter(
        ({ end }) =>
          state === 'all' || (end.state === 'open') === (state === 'open'),
      )
      .sort(
        (a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.number - a.number,
      );
    return ok(
      await Promise.all(
        pageOf(call, matching).map(pull => show(call, repository, pull)),
      ),
    );
  }),

  route('POST', '/repos/:owner/:repo/pulls', async call => {
    const repository = repositoryOf(call, 'read');
    const pull = openPull(call.host, repository, {
      head: text(call.body.head),
      base: text(call.body.base),
      title: text(call.body.title),
      body: text(call.body.body),
      author: signedIn(call).login,
      labels: Array.isArray(call.body.labels) ? call.body.labels : [],
    });
    return ok(await show(call, repository, pull), 201);
  }),

  route('GET', '/repos/:owner/:repo/pulls/:index.diff', async call => {
    const repository = repositoryOf(call, 'read');
    const pull = pullOf(call, repository);
    const base = repository.git.branches.get(pull.base) ?? pull.headCommit;
    const diff = await repository.git.diff(base, pull.headCommit);
    return { status: 200, bytes: Buffer.from(diff), type: 'text/plain' };
  }),

  route('GET', '/repos/:owner/:repo/pulls/:index', async call => {
    const repository = repositoryOf(call, 'read');
    return ok(await show(call, repository, pullOf(call, repository)));
  }),

  route('PATCH', '/repos/:owner/:repo/pulls/:index', async call => {
    const repository = repositoryOf(call, 'write');
    const pull = pullOf(call, repository);
    const { title, body, state } = call.body;
    if (typeof title === 'string') pull.title = title;
    if (typeof body === 'string') pull.body = body;
    if (typeof state === 'string' && pull.end.state === 'merged') {
      throw new HostRefusal(
        412,
        'cannot change state of this pull request, it was already merged',
      );
    }
    pull.updatedAt = call.host.stamp();
    if (state === 'closed') pull.end = { state, at: pull.updatedAt };
    if (state === 'open') pull.end = { state };
    return ok(await show(call, repository, pull), 201);
  }),

  route('POST', '/repos/:owner/:repo/pulls/:index/merge', async call => {
    const repository = repositoryOf(call, 'write');
    const pull = pullOf(call, repository);
    const title = text(call.body.MergeTitleField);
    const details = text(call.body.MergeMessageField);
    await mergePull(call.host, repository, pull, {
      method: text(call.body.Do) || 'merge',
      expectedHead: text(call.body.head_commit_id) || undefined,
      by: signedIn(call).login,
      message: [title || defaultMessage(pull, repository), details]
        .filter(Boolean)
        .join('\n\n'),
    });
    return { status: 200, bytes: Buffer.alloc(0), type: 'text/plain' };
  }),
];

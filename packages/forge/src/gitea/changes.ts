import type { PullRequest } from 'gitea-js';
import type {
  CallOptions,
  Change,
  ChangeState,
  OpenChangeResult,
  RepositoryRef,
} from '../forge';
import type { GiteaClient } from './giteaClient';
import { addLabels } from './labels';
import { seg } from './paths';
import { toChange } from './toChange';

const PAGE = 50;
/** Closed changes are looked for among this many of the youngest. */
const CLOSED_PAGES = 4;

export interface OpenInput {
  readonly repo: RepositoryRef;
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly reviewers?: readonly string[];
}

export async function openChange(
  client: GiteaClient,
  input: OpenInput,
  options?: CallOptions,
): Promise<OpenChangeResult> {
  const { repo, head, base, title, body } = input;
  const before = await findOpen(client, input, options);
  if (before) return { outcome: 'existing', change: before, notSupported: [] };
  const answer = await client.call(
    `open a pull request in ${repo.owner}/${repo.name}`,
    options,
    (api, params) =>
      api.repos.repoCreatePullRequest(
        seg(repo.owner),
        seg(repo.name),
        { head, base, title, body },
        params,
      ),
  );
  if (answer.ok) {
    const { number = 0 } = answer.data;
    const notSupported = await decorate(client, { ...input, number }, options);
    const change = await getChange(client, { repo, number }, options);
    return {
      outcome: 'opened',
      change: change ?? toChange(answer.data, client.now()),
      notSupported,
    };
  }
  // Somebody else may have opened it between the two calls.
  const existing =
    answer.status === 409 ? await findOpen(client, input, options) : undefined;
  if (existing)
    return { outcome: 'existing', change: existing, notSupported: [] };
  return {
    outcome: 'forbidden',
    reason: `The Git host refused a pull request from ${head} to ${base}: ${answer.message}`,
  };
}

/** Labels and reviewers are wishes: what the host refuses is named, and the change stays open. */
async function decorate(
  client: GiteaClient,
  input: OpenInput & { number: number },
  options?: CallOptions,
): Promise<string[]> {
  const notSupported: string[] = [];
  const { repo, number, labels = [], reviewers = [] } = input;
  if (labels.length > 0) {
    const done = await addLabels(client, { repo, number, labels }, options);
    if (!done) notSupported.push('labels');
  }
  if (reviewers.length > 0) {
    const asked = await client.call(
      'ask for a review',
      options,
      (api, params) =>
        api.repos.repoCreatePullReviewRequests(
          seg(repo.owner),
          seg(repo.name),
          number,
          { reviewers: [...reviewers] },
          params,
        ),
    );
    if (!asked.ok) notSupported.push('reviewers');
  }
  return notSupported;
}

async function findOpen(
  client: GiteaClient,
  wanted: { repo: RepositoryRef; head: string; base: string },
  options?: CallOptions,
): Promise<Change | undefined> {
  const open = await findChanges(
    client,
    { repo: wanted.repo, headPrefix: wanted.head, state: 'open' },
    options,
  );
  return open.find(
    ({ head, base }) =>
      head.branch === wanted.head && base.branch === wanted.base,
  );
}

export async function findChanges(
  client: GiteaClient,
  filter: {
    repo: RepositoryRef;
    headPrefix?: string;
    state: ChangeState | 'all';
  },
  options?: CallOptions,
): Promise<readonly Change[]> {
  const asked = filter.state === 'merged' ? 'closed' : filter.state;
  const found: Change[] = [];
  const pages = asked === 'open' ? Infinity : CLOSED_PAGES;
  for (let page = 1; page <= pages; page += 1) {
    const pulls = await listPage(client, { ...filter, asked, page }, options);
    for (const pull of pulls) {
      if (!pull.head?.sha || !pull.base?.sha) continue;
      const change = toChange(pull, client.now());
      const matches =
        change.head.branch.startsWith(filter.headPrefix ?? '') &&
        (filter.state === 'all' || change.state === filter.state);
      if (matches) found.push(change);
    }
    if (pulls.length < PAGE) break;
  }
  return found.sort((a, b) => b.number - a.number);
}

function listPage(
  client: GiteaClient,
  query: {
    repo: RepositoryRef;
    asked: 'open' | 'closed' | 'all';
    page: number;
  },
  options?: CallOptions,
): Promise<PullRequest[]> {
  const { repo, asked, page } = query;
  return client.need(
    `list the pull requests of ${repo.owner}/${repo.name}`,
    options,
    (api, params) =>
      api.repos.repoListPullRequests(
        seg(repo.owner),
        seg(repo.name),
        { state: asked, sort: 'recentupdate', page, limit: PAGE },
        params,
      ),
  );
}

export async function getChange(
  client: GiteaClient,
  at: { repo: RepositoryRef; number: number },
  options?: CallOptions,
): Promise<Change | undefined> {
  const { repo, number } = at;
  const answer = await client.call(
    `read pull request ${number}`,
    options,
    (api, params) =>
      api.repos.repoGetPullRequest(
        seg(repo.owner),
        seg(repo.name),
        number,
        params,
      ),
  );
  return answer.ok ? toChange(answer.data, client.now()) : undefined;
}

export async function editChange(
  client: GiteaClient,
  at: { repo: RepositoryRef; number: number },
  edit: { title?: string; body?: string; state?: 'closed' },
  options?: CallOptions,
): Promise<Change> {
  const { repo, number } = at;
  const pull = await client.need(
    `change pull request ${number} of ${repo.owner}/${repo.name}`,
    options,
    (api, params) =>
      api.repos.repoEditPullRequest(
        seg(repo.owner),
        seg(repo.name),
        number,
        edit,
        params,
      ),
  );
  return toChange(pull, client.now());
}

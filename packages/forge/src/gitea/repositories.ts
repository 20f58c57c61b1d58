import type {
  CallOptions,
  CreateRepositoryResult,
  RepositoryFacts,
  RepositoryRef,
} from '../forge';
import { ForgeError } from '../forgeError';
import type { Answer, GiteaClient } from './giteaClient';
import type { Repository } from 'gitea-js';
import { seg } from './paths';

export interface NewRepository {
  readonly repo: RepositoryRef;
  readonly description: string;
  readonly private: boolean;
  readonly defaultBranch: string;
}

export async function createRepository(
  client: GiteaClient,
  input: NewRepository,
  options?: CallOptions,
): Promise<CreateRepositoryResult> {
  const { owner, name } = input.repo;
  const answer = await post(client, input, options);
  if (answer.ok) {
    return { outcome: 'created', ...urlsOf(client, input.repo) };
  }
  if (answer.status === 409) {
    const found = await client.need(
      `read ${owner}/${name}`,
      options,
      (api, params) => api.repos.repoGet(seg(owner), seg(name), params),
    );
    return {
      outcome: 'exists',
      empty: found.empty === true,
      ...urlsOf(client, input.repo),
    };
  }
  return {
    outcome: 'forbidden',
    reason:
      answer.status === 404
        ? `${owner} is not an organisation on this Git host, or the configured user may not see it`
        : `The Git host refused to create ${owner}/${name}: ${answer.message}`,
  };
}

export async function findRepository(
  client: GiteaClient,
  repo: RepositoryRef,
  options?: CallOptions,
): Promise<RepositoryFacts | undefined> {
  const what = `read ${repo.owner}/${repo.name}`;
  const answer = await client.call(what, options, (api, params) =>
    api.repos.repoGet(seg(repo.owner), seg(repo.name), params),
  );
  if (!answer.ok) return undefined;
  const { empty, default_branch: defaultBranch } = answer.data;
  if (!defaultBranch) {
    throw new ForgeError(
      'unexpected',
      `The Git host names no default branch of ${repo.owner}/${repo.name}`,
    );
  }
  return { ...urlsOf(client, repo), empty: empty === true, defaultBranch };
}

async function post(
  client: GiteaClient,
  input: NewRepository,
  options?: CallOptions,
): Promise<Answer<Repository>> {
  const { owner, name } = input.repo;
  const body = {
    name,
    description: input.description,
    private: input.private,
    default_branch: input.defaultBranch,
    auto_init: false,
  };
  const what = `create ${owner}/${name}`;
  const me = await client.need(what, options, (api, params) =>
    api.user.userGetCurrent(params),
  );
  return client.call(what, options, (api, params) =>
    me.login?.toLowerCase() === owner.toLowerCase()
      ? api.user.createCurrentUserRepo(body, params)
      : api.orgs.createOrgRepo(seg(owner), body, params),
  );
}

function urlsOf(client: GiteaClient, repo: RepositoryRef) {
  const webUrl = `${client.webUrl}/${repo.owner}/${repo.name}`;
  return { webUrl, cloneUrl: `${webUrl}.git` };
}

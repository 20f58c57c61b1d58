import type {
  CallOptions,
  CommitStatus,
  RepositoryRef,
  StatusState,
} from '../forge';
import type { GiteaClient } from './giteaClient';
import { seg } from './paths';

type Place = { readonly repo: RepositoryRef; readonly commit: string };

/** Gitea keeps every status and shows the newest of each context: posting is the upsert. */
export async function setStatus(
  client: GiteaClient,
  at: Place,
  status: CommitStatus,
  options?: CallOptions,
): Promise<void> {
  await client.need(
    `set the status ${status.context}`,
    options,
    (api, params) =>
      api.repos.repoCreateStatus(
        seg(at.repo.owner),
        seg(at.repo.name),
        at.commit,
        {
          context: status.context,
          state: status.state,
          description: status.text,
          target_url: status.url,
        },
        params,
      ),
  );
}

export async function listStatuses(
  client: GiteaClient,
  at: Place,
  options?: CallOptions,
): Promise<readonly CommitStatus[]> {
  const combined = await client.need(
    `list the statuses of ${at.commit.slice(0, 12)}`,
    options,
    (api, params) =>
      api.repos.repoGetCombinedStatusByRef(
        seg(at.repo.owner),
        seg(at.repo.name),
        at.commit,
        { limit: 50 },
        params,
      ),
  );
  return (combined.statuses ?? []).map(status => ({
    context: status.context ?? '',
    state: toState(status.status),
    text: status.description ?? '',
    ...(status.target_url && { url: status.target_url }),
  }));
}

/** Gitea's type says `string`; `warning` and `skipped` exist since 1.23 and neither blocks. */
function toState(state: string | undefined): StatusState {
  switch (state) {
    case 'success':
    case 'warning':
    case 'skipped':
      return 'success';
    case 'failure':
      return 'failure';
    case 'error':
      return 'error';
    default:
      return 'pending';
  }
}

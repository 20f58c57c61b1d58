import type { CallOptions, RepositoryRef } from '../forge';
import type { GiteaClient } from './giteaClient';
import { seg } from './paths';

/** Puts labels on a change and makes those that are missing. `false` when the host does not let us. */
export async function addLabels(
  client: GiteaClient,
  input: { repo: RepositoryRef; number: number; labels: readonly string[] },
  options?: CallOptions,
): Promise<boolean> {
  const owner = seg(input.repo.owner);
  const name = seg(input.repo.name);
  const listed = await client.call('list labels', options, (api, params) =>
    api.repos.issueListLabels(owner, name, { limit: 50 }, params),
  );
  if (!listed.ok) return false;
  const ids = new Map(listed.data.map(label => [label.name, label.id]));
  for (const label of input.labels) {
    if (ids.has(label)) continue;
    const made = await client.call('make a label', options, (api, params) =>
      api.repos.issueCreateLabel(
        owner,
        name,
        { name: label, color: '#1f5493' },
        params,
      ),
    );
    if (!made.ok) return false;
    ids.set(label, made.data.id);
  }
  const put = await client.call('label a change', options, (api, params) =>
    api.repos.issueAddLabel(
      owner,
      name,
      input.number,
      { labels: input.labels.map(label => ids.get(label)) },
      params,
    ),
  );
  return put.ok;
}

import type { CallOptions, FileContent, RepositoryRef } from '../forge';
import { ForgeError } from '../forgeError';
import type { GiteaClient } from './giteaClient';
import { seg, segs } from './paths';

/** A ref that is a commit id needs no looking up. */
const WHOLE_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

const ONLY_IDS = { stat: false, verification: false, files: false };

/** The commit that a branch, tag or commit id names. */
export async function commitOf(
  client: GiteaClient,
  at: { repo: RepositoryRef; ref: string },
  options?: CallOptions,
): Promise<string | undefined> {
  const { repo, ref } = at;
  const answer = await client.call(`find ${ref}`, options, (api, params) =>
    api.repos.repoGetSingleCommit(
      seg(repo.owner),
      seg(repo.name),
      seg(ref),
      ONLY_IDS,
      params,
    ),
  );
  // An empty repository answers 409, an unknown ref 404 or 422.
  return answer.ok ? answer.data.sha : undefined;
}

export async function branchHead(
  client: GiteaClient,
  at: { repo: RepositoryRef; branch: string },
  options?: CallOptions,
): Promise<string | undefined> {
  const { repo, branch } = at;
  const answer = await client.call(
    `read branch ${branch} of ${repo.owner}/${repo.name}`,
    options,
    (api, params) =>
      api.repos.repoGetBranch(
        seg(repo.owner),
        seg(repo.name),
        segs(branch),
        params,
      ),
  );
  return answer.ok ? answer.data.commit?.id : undefined;
}

export async function readFile(
  client: GiteaClient,
  at: { repo: RepositoryRef; ref: string; path: string },
  options?: CallOptions,
): Promise<FileContent | undefined> {
  const { repo, path } = at;
  const commitId = WHOLE_ID.test(at.ref)
    ? at.ref
    : await commitOf(client, at, options);
  if (commitId === undefined) return undefined;
  const answer = await client.call(`read ${path}`, options, (api, params) =>
    api.repos.repoGetContents(
      seg(repo.owner),
      seg(repo.name),
      segs(path),
      { ref: commitId },
      params,
    ),
  );
  if (!answer.ok || answer.data.type !== 'file') return undefined;
  const { content, sha } = answer.data;
  if (typeof content !== 'string' || sha === undefined) {
    throw new ForgeError(
      'unexpected',
      `The Git host sent no content of ${path}`,
    );
  }
  return { text: toText(content, path), blobId: sha, commitId };
}

/** Blob id of every file at a commit, by path. */
export async function listBlobs(
  client: GiteaClient,
  at: { repo: RepositoryRef; commit: string },
  options?: CallOptions,
): Promise<ReadonlyMap<string, string>> {
  const blobs = new Map<string, string>();
  for (let page = 1; ; page += 1) {
    const tree = await client.need(
      `list the files of ${at.repo.owner}/${at.repo.name}`,
      options,
      (api, params) =>
        api.repos.getTree(
          seg(at.repo.owner),
          seg(at.repo.name),
          at.commit,
          { recursive: true, page, per_page: 1000 },
          params,
        ),
    );
    for (const { type, path, sha } of tree.tree ?? []) {
      if (type === 'blob' && path && sha) blobs.set(path, sha);
    }
    if (!tree.truncated || !tree.tree?.length) return blobs;
  }
}

function toText(base64: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(base64, 'base64'),
    );
  } catch (cause) {
    throw new ForgeError('unexpected', `${path} is not a text file`, cause);
  }
}

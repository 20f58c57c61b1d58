import { createHash } from 'node:crypto';
import { platformAccess } from './person';

const OVERLAY = 'deploy/overlays/dev/kustomization.yaml';

async function git<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await ask(path, init);
  return response.json() as Promise<T>;
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const { url, token } = platformAccess().git;
  const response = await fetch(`${url}/api/v1${path}`, {
    ...init,
    headers: {
      authorization: `token ${token}`,
      'content-type': 'application/json',
    },
  });
  if (!response.ok) {
    throw new Error(
      `${init.method ?? 'GET'} ${path}: ${
        response.status
      } ${await response.text()}`,
    );
  }
  return response;
}

/** What a pipeline does after its build: commits the new tag and the digest that it pushed to the overlay of dev. */
export async function releaseToDev(
  service: string,
  { from, to }: { from: string; to: string },
) {
  const contents = `/repos/shop/${service}/contents`;
  const { content, sha } = await git<{ content: string; sha: string }>(
    `${contents}/${OVERLAY}`,
  );
  const before = Buffer.from(content, 'base64').toString('utf8');
  const digest = createHash('sha256').update(`${service}:${to}`).digest('hex');
  const after = before
    .replaceAll(from, to)
    .replace(/^( *)newTag: .*\n/m, `$&$1digest: "sha256:${digest}"\n`);
  if (after === before) {
    throw new Error(`${OVERLAY} does not name ${from}:\n${before}`);
  }
  await git(contents, {
    method: 'POST',
    // Without a branch it is the default one, whatever its name.
    body: JSON.stringify({
      message: `ci: ${service} ${to}`,
      files: [
        {
          operation: 'update',
          path: OVERLAY,
          content: Buffer.from(after).toString('base64'),
          sha,
        },
      ],
    }),
  });
}

/** A repository that a team has had for long, with a default branch and files of its own. */
export async function makeRepository(
  name: string,
  branch: string,
  files: Readonly<Record<string, string>>,
) {
  await git('/orgs/shop/repos', {
    method: 'POST',
    body: JSON.stringify({ name, default_branch: branch, private: true }),
  });
  await git(`/repos/shop/${name}/contents`, {
    method: 'POST',
    body: JSON.stringify({
      branch,
      message: 'Start',
      files: Object.entries(files).map(([path, text]) => ({
        operation: 'create',
        path,
        content: Buffer.from(text).toString('base64'),
      })),
    }),
  });
}

/** Any text file of a service's repository. */
export async function readFromRepository(service: string, path: string) {
  const { content } = await git<{ content: string }>(
    `/repos/shop/${service}/contents/${path}`,
  );
  return Buffer.from(content, 'base64').toString('utf8');
}

/** How many pull requests of a service are open. */
export async function openPullRequests(service: string): Promise<number> {
  const pulls = await git<unknown[]>(`/repos/shop/${service}/pulls?state=open`);
  return pulls.length;
}

/** What a pull request changes, as text. */
export async function readPullRequestDiff(repository: string, number: number) {
  const response = await ask(`/repos/${repository}/pulls/${number}.diff`);
  return response.text();
}

/** Where a pull request comes from and goes to. */
export interface Pull {
  readonly base: { readonly ref: string };
  readonly head: { readonly sha: string };
}

export function readPullRequest(repository: string, number: number) {
  return git<Pull>(`/repos/${repository}/pulls/${number}`);
}

/** What a person does on the pages of the Git host. */
export async function mergePullRequest(repository: string, number: number) {
  const { head } = await readPullRequest(repository, number);
  await ask(`/repos/${repository}/pulls/${number}/merge`, {
    method: 'POST',
    body: JSON.stringify({ Do: 'merge', head_commit_id: head.sha }),
  });
}

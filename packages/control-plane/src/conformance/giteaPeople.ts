import { randomBytes } from 'node:crypto';
import type { GitHostAccess } from '@baremetal/platform-sim';

/** Makes a user of a real Gitea and a token for it. */
export async function addPerson(
  git: GitHostAccess,
  login: string,
): Promise<string> {
  const password = randomBytes(12).toString('hex');
  await post(git, '/admin/users', {
    username: login,
    email: `${login}@example.test`,
    password,
    must_change_password: false,
  });
  const answer = await fetch(`${git.url}/api/v1/users/${login}/tokens`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${login}:${password}`).toString(
        'base64',
      )}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name: 'conformance', scopes: ['all'] }),
  });
  if (!answer.ok) throw new Error(`no token for ${login}: ${answer.status}`);
  return ((await answer.json()) as { sha1: string }).sha1;
}

/** Lets a user write to every repository of an organisation. */
export async function letWrite(
  git: GitHostAccess,
  organisation: string,
  login: string,
): Promise<void> {
  const team = await post(git, `/orgs/${organisation}/teams`, {
    name: `${login}-writes`,
    permission: 'write',
    includes_all_repositories: true,
    units: ['repo.code', 'repo.pulls', 'repo.issues'],
  });
  const answer = await send(git, 'PUT', `/teams/${team.id}/members/${login}`);
  if (!answer.ok) throw new Error(`${login} may not write: ${answer.status}`);
}

async function post(
  git: GitHostAccess,
  path: string,
  body: object,
): Promise<{ id: number }> {
  const answer = await send(git, 'POST', path, body);
  if (!answer.ok) {
    throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
  return (await answer.json()) as { id: number };
}

function send(git: GitHostAccess, method: string, path: string, body?: object) {
  return fetch(`${git.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `token ${git.token}`,
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
}

import type { IncomingHttpHeaders } from 'node:http';
import { HostRefusal, type GitUser, type HostedRepository } from '../hostModel';

/**
 * Who calls: `Authorization: token x`, `Bearer x`, or Basic with the token as password or as user name, as Gitea
 * takes it.
 *
 * @returns `undefined` for nobody
 * @throws HostRefusal 401 for a token that nobody has
 */
export function userOf(
  headers: IncomingHttpHeaders,
  users: readonly GitUser[],
): GitUser | undefined {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(/ +/);
  if (value === '') return undefined;
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64').toString().split(':')
      : [value];
  const user = users.find(({ token }) => given.includes(token));
  if (!user) {
    throw new HostRefusal(401, 'invalid username, password or token');
  }
  return user;
}

export function mayRead(
  user: GitUser | undefined,
  repository: HostedRepository,
): boolean {
  return !repository.private || mayWrite(user, repository);
}

export function mayWrite(
  user: GitUser | undefined,
  repository: HostedRepository,
): boolean {
  return user !== undefined && (user.admin || user.login === repository.owner);
}

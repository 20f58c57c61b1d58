import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import { mayRead, mayWrite, userOf } from './auth';
import { serveGit } from './gitBackend';

const GIT_PATH =
  /^\/(?<owner>[^/]+)\/(?<name>[^/]+?)\.git\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/;

/** Serves clone, fetch and push. `false`: the path is not Git's. */
export async function handleGit(
  host: GitHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://host');
  const found = GIT_PATH.exec(url.pathname)?.groups;
  if (!found) return false;
  const { owner = '', name = '', rest = '' } = found;
  const repository = host.find(owner, name);
  const user = userOf(request.headers, host.users);
  const writes =
    rest === 'git-receive-pack' ||
    url.searchParams.get('service') === 'git-receive-pack';
  const allowed = repository && (writes ? mayWrite : mayRead)(user, repository);
  if (!repository || !allowed) {
    const unknown = user === undefined;
    response.writeHead(unknown ? 401 : 404, {
      ...(unknown && { 'www-authenticate': 'Basic realm="Git"' }),
      'content-type': 'text/plain',
    });
    response.end(unknown ? 'A token is needed\n' : 'Repository not found\n');
    return true;
  }
  const serve = (beforeAnswer?: () => Promise<void>) =>
    serveGit(request, response, {
      root: host.root,
      path: `/${repository.owner}/${repository.name}.git/${rest}`,
      query: url.search.slice(1),
      user: user?.login,
      beforeAnswer,
    });
  if (rest !== 'git-receive-pack') {
    await serve();
    return true;
  }
  await host.exclusively(`${repository.owner}/${repository.name}`, async () => {
    const before = repository.git.branches;
    await serve(async () => {
      await repository.git.refresh();
      const after = repository.git.branches;
      for (const branch of new Set([...before.keys(), ...after.keys()])) {
        host.moved(repository, {
          branch,
          before: before.get(branch),
          after: after.get(branch),
        });
      }
    });
  });
  return true;
}

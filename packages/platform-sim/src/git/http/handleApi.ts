import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import { HostRefusal } from '../hostModel';
import { readJson, send, type ApiRoute } from './api';
import { userOf } from './auth';
import { accountRoutes } from './routes/accounts';
import { contentRoutes } from './routes/contents';
import { pullRoutes } from './routes/pulls';
import { repositoryRoutes } from './routes/repositories';
import { reviewRoutes } from './routes/reviews';

const ROUTES: readonly ApiRoute[] = [
  ...accountRoutes,
  ...repositoryRoutes,
  ...contentRoutes,
  ...pullRoutes,
  ...reviewRoutes,
];

/** Serves Gitea's REST API. `false`: the path is not below it. */
export async function handleApi(
  host: GitHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  if (!url.pathname.startsWith('/api/v1/')) return false;
  try {
    const path = url.pathname.slice('/api/v1'.length);
    const user = userOf(request.headers, host.users);
    const body = await readJson(request);
    const [handle, params] = find(request.method ?? 'GET', path);
    send(
      response,
      await handle({
        host,
        url: url.origin,
        user,
        params,
        query: url.searchParams,
        body,
      }),
    );
  } catch (error) {
    const status = error instanceof HostRefusal ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    send(response, {
      status,
      json: { message, url: `${url.origin}/api/swagger` },
    });
  }
  return true;
}

function find(
  method: string,
  path: string,
): [ApiRoute['handle'], Record<string, string>] {
  for (const route of ROUTES) {
    const groups = route.method === method && route.pattern.exec(path)?.groups;
    const match =
      groups || (route.method === method && route.pattern.test(path));
    if (!match) continue;
    const params = Object.entries(groups || {}).map(([name, value]) => [
      name,
      decode(value),
    ]);
    return [route.handle, Object.fromEntries(params)];
  }
  throw new HostRefusal(404, 'not found');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HostRefusal(400, 'the path is not well encoded');
  }
}

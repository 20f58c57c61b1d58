import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import { HostRefusal, type GitUser, type HostedRepository } from '../hostModel';
import { mayRead, mayWrite } from './auth';

/** One call of the REST API. */
export interface ApiCall {
  readonly host: GitHost;
  /** Base URL of the host, for links in answers. */
  readonly url: string;
  readonly user: GitUser | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export type ApiAnswer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly bytes: Buffer; readonly type: string }
  | { readonly status: 204 };

export interface ApiRoute {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handle: (call: ApiCall) => Promise<ApiAnswer> | ApiAnswer;
}

/**
 * @param path - below `/api/v1`; `:name` is one segment, `*name` is the rest, slashes and all
 */
export function route(
  method: string,
  path: string,
  handle: ApiRoute['handle'],
): ApiRoute {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*(\w+)/g, '(?<$1>.*)');
  return { method, pattern: new RegExp(`^${source}$`), handle };
}

export function ok(json: unknown, status = 200): ApiAnswer {
  return { status, json };
}

/** The repository of the path, if the caller may do that with it. What may not be seen does not exist. */
export function repositoryOf(
  call: ApiCall,
  need: 'read' | 'write',
): HostedRepository {
  const { owner = '', repo = '' } = call.params;
  const repository = call.host.find(owner, repo);
  if (!repository || !mayRead(call.user, repository)) {
    throw new HostRefusal(404, 'not found');
  }
  if (need === 'write' && !mayWrite(call.user, repository)) {
    throw new HostRefusal(
      call.user ? 403 : 401,
      'user should have a permission to write to the target',
    );
  }
  return repository;
}

export function signedIn(call: ApiCall): GitUser {
  if (!call.user) throw new HostRefusal(401, 'token is required');
  return call.user;
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A page of a list, as `page` and `limit` (or `per_page`) ask. */
export function pageOf<T>(call: ApiCall, all: readonly T[]): readonly T[] {
  const size = Number(
    call.query.get('limit') ?? call.query.get('per_page') ?? 50,
  );
  const limit = Math.min(Math.max(size || 50, 1), 1000);
  const page = Math.max(Number(call.query.get('page')) || 1, 1);
  return all.slice((page - 1) * limit, page * limit);
}

export function send(response: ServerResponse, answer: ApiAnswer): void {
  if ('json' in answer) {
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.json));
    return;
  }
  if ('bytes' in answer) {
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(answer.bytes);
    return;
  }
  response.writeHead(answer.status).end();
}

export async function readJson(
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)
      : {};
  } catch {
    throw new HostRefusal(422, 'the body is not JSON');
  }
}

import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GIT_ENV } from '../gitProcess';

/** What the CGI program is told about a call. */
export interface GitCall {
  /** Folder that holds all repositories. */
  readonly root: string;
  /** `/<owner>/<name>.git/info/refs` */
  readonly path: string;
  readonly query: string;
  /** Login of the caller; absent for nobody. */
  readonly user: string | undefined;
  /**
   * Done after Git's work and before the caller hears of it, as a host's receive hooks are: whoever pushed finds
   * everything in its new state. The answer is kept in memory until then.
   */
  readonly beforeAnswer?: () => Promise<void>;
}

/** Serves one call of Git's smart protocol with `git http-backend`, and resolves when it is answered. */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  call: GitCall,
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: environmentOf(request, call),
  });
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  return new Promise((resolve, reject) => {
    let head: Buffer | undefined = Buffer.alloc(0);
    const kept: Buffer[] = [];
    const write = (chunk: Buffer) =>
      call.beforeAnswer ? kept.push(chunk) : response.write(chunk);
    child.on('error', reject);
    response.on('close', () => {
      if (!response.writableFinished) child.kill();
    });
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === undefined) {
        write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      writeHead(response, head.subarray(0, end).toString());
      write(head.subarray(end + 4));
      head = undefined;
    });
    child.on('close', () => {
      if (head !== undefined) response.writeHead(500);
      const answer = () => {
        response.end(Buffer.concat(kept));
        resolve();
      };
      if (call.beforeAnswer) call.beforeAnswer().then(answer, reject);
      else answer();
    });
  });
}

function environmentOf(
  request: IncomingMessage,
  call: GitCall,
): NodeJS.ProcessEnv {
  const { headers } = request;
  const protocol = headers['git-protocol'];
  return {
    ...GIT_ENV,
    GIT_PROJECT_ROOT: call.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: call.path,
    QUERY_STRING: call.query,
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    ...(headers['content-length'] && {
      CONTENT_LENGTH: headers['content-length'],
    }),
    ...(headers['content-encoding'] && {
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
    }),
    ...(typeof protocol === 'string' && { GIT_PROTOCOL: protocol }),
    ...(call.user && { REMOTE_USER: call.user }),
  };
}

function writeHead(response: ServerResponse, text: string): void {
  let status = 200;
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}

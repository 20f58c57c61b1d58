import assert from 'node:assert/strict';
import { request } from 'node:https';
import type { ClusterAccess } from '../../platform';

export interface HttpAnswer {
  readonly code: number;
  readonly text: string;
  /** The body as JSON, `undefined` when it is none. */
  readonly body: any;
}

export interface HttpRequest {
  readonly method?: string;
  readonly body?: unknown;
  readonly contentType?: string;
  /** Absent: the admin's; `undefined` as text: none. */
  readonly token?: string;
}

export interface WatchEvent {
  readonly type: string;
  readonly object: any;
}

/** One request to an API server, without any client library between. */
export async function call(
  cluster: ClusterAccess,
  path: string,
  options: HttpRequest = {},
): Promise<HttpAnswer> {
  const { method = 'GET', body, contentType = 'application/json' } = options;
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, cluster.url),
      {
        method,
        ca: cluster.ca,
        headers: {
          authorization: `Bearer ${options.token ?? cluster.adminToken}`,
          accept: 'application/json',
          ...(text !== undefined && {
            'content-type': contentType,
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString('utf8');
          resolve({
            code: response.statusCode ?? 0,
            text: answer,
            body: parsed(answer),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(text);
  });
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a watch until `enough` says so, the server ends it, or 20 s have passed.
 *
 * @param onOpen - called when the stream has begun, to make changes that it must show
 */
export async function watch(
  cluster: ClusterAccess,
  path: string,
  options: {
    readonly enough: (events: readonly WatchEvent[]) => boolean;
    readonly onOpen?: () => Promise<void>;
  },
): Promise<{ readonly code: number; readonly events: readonly WatchEvent[] }> {
  const events: WatchEvent[] = [];
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, cluster.url),
      {
        ca: cluster.ca,
        headers: { authorization: `Bearer ${cluster.adminToken}` },
        signal: AbortSignal.timeout(20_000),
      },
      response => {
        const done = () => {
          resolve({ code: response.statusCode ?? 0, events });
          sent.destroy();
        };
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          events.push(...lines.filter(Boolean).map(line => JSON.parse(line)));
          if (options.enough(events)) done();
        });
        response.on('end', done);
        response.on('error', reject);
        options.onOpen?.().catch(reject);
      },
    );
    sent.on('error', error => {
      if (!options.enough(events)) reject(error);
    });
    sent.end();
  });
}

/** A refusal in the API server's own form. */
export function assertStatus(
  answer: HttpAnswer,
  expected: { code: number; reason: string; message?: RegExp },
): void {
  assert.equal(answer.code, expected.code, answer.text);
  assert.equal(answer.body?.kind, 'Status');
  assert.equal(answer.body?.apiVersion, 'v1');
  assert.equal(answer.body?.status, 'Failure');
  assert.equal(answer.body?.reason, expected.reason);
  assert.equal(answer.body?.code, expected.code);
  if (expected.message) assert.match(answer.body?.message, expected.message);
}

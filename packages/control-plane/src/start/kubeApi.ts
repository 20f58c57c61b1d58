import { Agent, request } from 'node:https';

/** An answer of an API server that is not a success. */
export class KubeApiError extends Error {
  override readonly name = 'KubeApiError';
  constructor(readonly status: number, readonly body: string, what: string) {
    super(`${what}: ${status} ${body.slice(0, 400)}`);
  }
}

/** A kept connection ended before anything of an answer came. */
class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

export interface KubeAnswer {
  readonly body: string;
  /** Texts of `Warning` headers: what the server accepts but objects to. */
  readonly warnings: readonly string[];
}

/** Plain requests with a bearer token over verified TLS; what starting and checking a platform needs, not a client. */
export class KubeApi {
  readonly #options: { url: string; ca: string; token: string };
  readonly #agent: Agent;

  constructor(options: { url: string; ca: string; token: string }) {
    this.#options = options;
    this.#agent = new Agent({ keepAlive: true, ca: options.ca });
  }

  async get<T>(path: string): Promise<T> {
    return JSON.parse((await this.send('GET', path)).body);
  }

  async isReady(): Promise<boolean> {
    return (await this.send('GET', '/readyz')).body === 'ok';
  }

  async create(path: string, object: unknown): Promise<void> {
    await this.send('POST', path, { body: JSON.stringify(object) });
  }

  /** Server-side apply with strict field validation: unknown fields and wrong types are refused. */
  apply(
    path: string,
    text: string,
    options: { dryRun?: boolean } = {},
  ): Promise<KubeAnswer> {
    const query = `fieldManager=control-plane&force=true&fieldValidation=Strict${
      options.dryRun ? '&dryRun=All' : ''
    }`;
    return this.send('PATCH', `${path}?${query}`, {
      body: text,
      type: 'application/apply-patch+yaml',
    });
  }

  patch(path: string, patch: unknown): Promise<KubeAnswer> {
    return this.send('PATCH', path, {
      body: JSON.stringify(patch),
      type: 'application/merge-patch+json',
    });
  }

  delete(path: string): Promise<KubeAnswer> {
    return this.send('DELETE', path);
  }

  /**
   * Sends once more what met a connection that the server was just closing: it closes those that were idle for 90 s, and
   * all of them when it is killed for a test. Node calls that "socket hang up".
   */
  async send(
    method: string,
    path: string,
    content: { body?: string; type?: string } = {},
  ): Promise<KubeAnswer> {
    try {
      return await this.#send(method, path, content);
    } catch (error) {
      if (error instanceof StaleConnection) {
        return this.#send(method, path, content);
      }
      throw error;
    }
  }

  #send(
    method: string,
    path: string,
    content: { body?: string; type?: string },
  ): Promise<KubeAnswer> {
    const { url, token } = this.#options;
    return new Promise((done, fail) => {
      const req = request(
        new URL(path, url),
        {
          method,
          agent: this.#agent,
          timeout: 60_000,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(content.body === undefined
              ? {}
              : {
                  'content-type': content.type ?? 'application/json',
                  'content-length': Buffer.byteLength(content.body),
                }),
          },
        },
        res => {
          const chunks: Buffer[] = [];
          res.on('data', chunk => chunks.push(chunk));
          res.on('end', () => {
            const body = Buffer.concat(chunks).toString('utf8');
            const status = res.statusCode ?? 0;
            if (status >= 300) {
              fail(new KubeApiError(status, body, `${method} ${path}`));
              return;
            }
            done({ body, warnings: warningTexts(res.headers.warning) });
          });
          res.on('error', fail);
        },
      );
      req.on('timeout', () =>
        req.destroy(new Error(`${method} ${path}: no answer`)),
      );
      req.on('error', (error: NodeJS.ErrnoException) =>
        fail(
          req.reusedSocket && error.code === 'ECONNRESET'
            ? new StaleConnection(`${method} ${path}: ${error.message}`)
            : error,
        ),
      );
      req.end(content.body);
    });
  }
}

/** `299 - "text"`, several in one header separated by commas. */
function warningTexts(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(
    match => (match[1] ?? '').replaceAll('\\"', '"'),
  );
}

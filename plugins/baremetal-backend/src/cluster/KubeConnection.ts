import type { OpenedResponse, OpenRequest } from '@baremetal/kube-watch';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import type { ClusterConfig, ClusterCredential } from '../config';

const TOKEN_LIFE_MS = 60_000;

/** Sends authenticated requests to one cluster's API server. */
export class KubeConnection {
  readonly #url: URL;
  readonly #agent: Agent;
  readonly #token: () => Promise<string>;

  constructor(
    { url, ca, credential }: ClusterConfig,
    now: () => number = Date.now,
  ) {
    this.#url = new URL(url);
    this.#agent = new Agent({ ca, keepAlive: true });
    this.#token = tokenSource(credential, now);
  }

  /** Resolves when the headers of the answer are there. */
  readonly open: OpenRequest = async (path, { signal }) => {
    const token = await this.#token();
    return new Promise<OpenedResponse>((resolve, reject) => {
      const outgoing = request(
        new URL(this.#url.pathname.replace(/\/$/, '') + path, this.#url),
        {
          agent: this.#agent,
          signal,
          headers: {
            accept: 'application/json',
            authorization: `Bearer ${token}`,
            'user-agent': 'baremetal-portal',
          },
        },
        response =>
          resolve({
            status: response.statusCode ?? 0,
            retryAfterSeconds: toSeconds(response.headers['retry-after']),
            body: response,
          }),
      );
      outgoing.on('error', reject).end();
    });
  };

  close(): void {
    this.#agent.destroy();
  }
}

function toSeconds(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header)
    ? Number(header)
    : undefined;
}

/** Tokens of files are rotated by the kubelet well before they expire; a minute's delay is harmless. */
function tokenSource(
  credential: ClusterCredential,
  now: () => number,
): () => Promise<string> {
  switch (credential.kind) {
    case 'token':
      return async () => credential.token;
    case 'file': {
      let known: { token: string; readAt: number } | undefined;
      return async () => {
        if (known === undefined || now() - known.readAt > TOKEN_LIFE_MS) {
          const token = (await readFile(credential.path, 'utf8')).trim();
          known = { token, readAt: now() };
        }
        return known.token;
      };
    }
  }
}

import { giteaApi, type HttpResponse, type RequestParams } from 'gitea-js';
import type { CallOptions } from '../forge';
import { ForgeError } from '../forgeError';

export type GiteaApi = ReturnType<typeof giteaApi>;

/** Where a Gitea is and who we are there. */
export interface GiteaOptions {
  /** Base URL of its pages, for example `https://git.example.test`. */
  readonly url: string;
  /** Access token with the scopes `write:repository` and `write:issue` (`write:organization` to create). */
  readonly token: string;
  /** Replaces the global `fetch`, for example to trust a private CA. */
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** Milliseconds after which a call is given up. Default 15 s. */
  readonly timeoutMs?: number;
}

/** What a call came to: data, or a refusal that the caller knows how to read. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly status: number; readonly message: string };

type Send<T> = (
  api: GiteaApi,
  params: RequestParams,
) => Promise<HttpResponse<T, unknown>>;

/**
 * How Gitea says, also as a failure of its own (500), that somebody else's push came first: Git refused to write, so
 * nothing has happened.
 */
export const OVERTAKEN = /PushOutOfDate|non-fast-forward|cannot lock ref/i;

/** Sends typed calls; turns transport failures into {@link ForgeError} and refusals into values. */
export class GiteaClient {
  readonly webUrl: string;
  readonly now: () => number;
  readonly #api: GiteaApi;
  readonly #token: string;
  readonly #timeoutMs: number;

  constructor(options: GiteaOptions) {
    this.webUrl = options.url.replace(/\/+$/, '');
    this.now = options.now ?? Date.now;
    this.#token = options.token;
    this.#timeoutMs = options.timeoutMs ?? 15_000;
    this.#api = giteaApi(this.webUrl, {
      token: options.token,
      customFetch: options.fetch ?? fetch,
    });
  }

  /**
   * @param what - what is asked for; ends the sentence "the Git host did not answer when asked to …"
   */
  async call<T>(
    what: string,
    options: CallOptions | undefined,
    send: Send<T>,
  ): Promise<Answer<T>> {
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const signal = options?.signal
      ? AbortSignal.any([options.signal, timeout])
      : timeout;
    try {
      const response = await send(this.#api, { signal });
      return { ok: true, data: response.data };
    } catch (thrown) {
      options?.signal?.throwIfAborted();
      if (isResponse(thrown)) return this.#toRefusal(what, thrown);
      throw new ForgeError(
        'unreachable',
        timeout.aborted
          ? `The Git host ${this.webUrl} did not answer within ${
              this.#timeoutMs / 1000
            } s when asked to ${what}`
          : `The Git host ${this.webUrl} could not be reached to ${what}`,
        thrown,
      );
    }
  }

  /** Like {@link GiteaClient.call}, for calls whose refusal has no meaning to the caller. */
  async need<T>(
    what: string,
    options: CallOptions | undefined,
    send: Send<T>,
  ): Promise<T> {
    const answer = await this.call(what, options, send);
    if (answer.ok) return answer.data;
    throw new ForgeError(
      answer.status === 404 ? 'notFound' : 'unexpected',
      `The Git host refused to ${what}: ${answer.message} (${answer.status})`,
    );
  }

  #toRefusal<T>(what: string, response: HttpResponse<T, unknown>): Answer<T> {
    const message = this.#wordsOf(response.error, response.statusText);
    if (response.status === 401) {
      throw new ForgeError(
        'unauthenticated',
        `The Git host ${this.webUrl} does not accept the configured token`,
      );
    }
    if (OVERTAKEN.test(message)) return { ok: false, status: 409, message };
    if (response.status === 429 || response.status >= 500) {
      throw new ForgeError(
        response.status === 500 ? 'unexpected' : 'unreachable',
        `The Git host failed to ${what} (${response.status}): ${message}`,
      );
    }
    return { ok: false, status: response.status, message };
  }

  #wordsOf(body: unknown, fallback: string): string {
    const said =
      typeof body === 'object' && body !== null && 'message' in body
        ? String(body.message)
        : '';
    return (said || fallback || 'no reason given')
      .replaceAll(this.#token, '…')
      .replace(/\s+/g, ' ')
      .slice(0, 200);
  }
}

function isResponse(thrown: unknown): thrown is HttpResponse<never, unknown> {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'status' in thrown &&
    'error' in thrown
  );
}

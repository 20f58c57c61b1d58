import type {
  Problem,
  ProblemKind,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { z } from 'zod';
import {
  definitionsBody,
  groupsBody,
  nodesBody,
  poolsBody,
  refusalBody,
  resourcesBody,
  sizeInfoBody,
  versionBody,
  type LinstorDefinition,
  type LinstorGroup,
  type LinstorNode,
  type LinstorPool,
  type LinstorResource,
} from './schemas';

/** How one controller is reached. */
export interface LinstorAccess {
  readonly cluster: string;
  readonly url: string;
  readonly token?: string;
}

export interface LinstorClientOptions {
  readonly fetch: typeof fetch;
  /** After this long a call has failed. */
  readonly timeoutMs: number;
}

/** A call that failed, with what a person can do about it. Never holds the token or a raw body. */
export class LinstorError extends Error {
  override readonly name = 'LinstorError';
  constructor(readonly problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
  }
}

/** Longer lists of names make longer addresses than servers like. */
const NAMES_PER_CALL = 50;

/**
 * Reads one LINSTOR controller.
 *
 * @remarks
 *
 * Every LINSTOR credential may do everything, so this class is the fence: its methods are the only calls that are ever
 * made, and none of them changes anything.
 */
export class LinstorClient {
  readonly #access: LinstorAccess;
  readonly #options: LinstorClientOptions;

  constructor(access: LinstorAccess, options: LinstorClientOptions) {
    this.#access = access;
    this.#options = options;
  }

  async version(signal: AbortSignal) {
    return this.#get('/v1/controller/version', versionBody, signal);
  }

  /** Makes the controller ask each satellite that holds a thin volume of these; so never without names. */
  async resources(
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<LinstorResource[]> {
    return this.#byName(names, chunk =>
      this.#get(
        `/v1/view/resources?${query('resources', chunk)}`,
        resourcesBody,
        signal,
      ),
    );
  }

  async definitions(
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<LinstorDefinition[]> {
    return this.#byName(names, chunk =>
      this.#get(
        `/v1/resource-definitions?${query(
          'resource_definitions',
          chunk,
        )}&with_volume_definitions=true`,
        definitionsBody,
        signal,
      ),
    );
  }

  async groups(signal: AbortSignal): Promise<LinstorGroup[]> {
    return this.#get('/v1/resource-groups', groupsBody, signal);
  }

  async nodes(signal: AbortSignal): Promise<LinstorNode[]> {
    return this.#get('/v1/nodes', nodesBody, signal);
  }

  /** Always from the controller's cache: without it, every satellite is asked under a write lock. */
  async pools(signal: AbortSignal): Promise<LinstorPool[]> {
    return this.#get('/v1/view/storage-pools?cached=true', poolsBody, signal);
  }

  /** Largest volume in bytes that the group could place now; a question, although it is a POST. */
  async largestVolume(
    group: string,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const path = `/v1/resource-groups/${encodeURIComponent(
      group,
    )}/query-size-info`;
    const { space_info: space } = await this.#call(
      path,
      sizeInfoBody,
      {
        method: 'POST',
        body: JSON.stringify({ ignore_cache_older_than_sec: 60 }),
      },
      signal,
    );
    return space?.max_vlm_size_in_kib === undefined
      ? undefined
      : space.max_vlm_size_in_kib * 1024;
  }

  async #byName<T>(
    names: readonly string[],
    ask: (chunk: readonly string[]) => Promise<T[]>,
  ): Promise<T[]> {
    const answers: T[] = [];
    for (let at = 0; at < names.length; at += NAMES_PER_CALL) {
      answers.push(...(await ask(names.slice(at, at + NAMES_PER_CALL))));
    }
    return answers;
  }

  /** Older controllers answer lists with a random 500 now and then, so a read is tried twice. */
  async #get<T extends z.ZodType>(
    path: string,
    schema: T,
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    try {
      return await this.#call(path, schema, {}, signal);
    } catch (error) {
      const again =
        error instanceof LinstorError && error.problem.kind === 'unexpected';
      if (!again || signal.aborted) {
        throw error;
      }
      return this.#call(path, schema, {}, signal);
    }
  }

  async #call<T extends z.ZodType>(
    path: string,
    schema: T,
    init: { method?: 'POST'; body?: string },
    signal: AbortSignal,
  ): Promise<z.output<T>> {
    const response = await this.#fetch(path, init, signal);
    const body = await this.#json(response);
    if (!response.ok) {
      throw this.#refused(response.status, body);
    }
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      throw this.#problem(
        'unexpected',
        `answered ${path.split('?')[0]} in a form that is not understood`,
      );
    }
    return parsed.data;
  }

  async #fetch(
    path: string,
    init: { method?: 'POST'; body?: string },
    signal: AbortSignal,
  ): Promise<Response> {
    const { url, token } = this.#access;
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    try {
      return await this.#options.fetch(`${url.replace(/\/$/, '')}${path}`, {
        ...init,
        signal: AbortSignal.any([signal, timeout]),
        redirect: 'error',
        headers: {
          accept: 'application/json',
          ...(init.body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      });
    } catch (error) {
      throw timeout.aborted
        ? this.#problem('timedOut', 'does not answer in time', error)
        : this.#problem('unreachable', 'cannot be reached', error);
    }
  }

  async #json(response: Response): Promise<unknown> {
    try {
      return await response.json();
    } catch (error) {
      if (!response.ok) {
        return undefined;
      }
      throw this.#problem('unexpected', 'did not answer with JSON', error);
    }
  }

  /** Refusals come as 500 with words for people, which are worth more than the status. */
  #refused(status: number, body: unknown): LinstorError {
    const refusals = refusalBody.safeParse(body);
    const words = refusals.success
      ? refusals.data.flatMap(({ message, correction }) =>
          [message, correction].filter(text => text !== undefined),
        )
      : [];
    const said = words.length > 0 ? `: ${words.join(' ').slice(0, 300)}` : '';
    switch (status) {
      case 401:
        return this.#problem('unauthenticated', 'does not accept the token');
      case 403:
        return this.#problem('forbidden', `refuses the call${said}`);
      case 502:
      case 503:
      case 504:
        return this.#problem('unreachable', `is not ready (${status})`);
      default:
        return this.#problem('unexpected', `answered ${status}${said}`);
    }
  }

  #problem(kind: ProblemKind, what: string, cause?: unknown): LinstorError {
    const message = `LINSTOR of ${this.#access.cluster} ${what}.`;
    return new LinstorError({ kind, message }, { cause });
  }
}

function query(key: string, values: readonly string[]): string {
  return values.map(value => `${key}=${encodeURIComponent(value)}`).join('&');
}

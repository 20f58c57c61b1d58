import type { KubeObject } from './kubeObject';
import { listPages } from './listPages';
import { openOk, type OpenRequest } from './openRequest';
import { toFailure, WatchFailure } from './problem';
import { Watchdog } from './Watchdog';
import { watchEvents, type WatchEvent } from './watchEvents';

export interface ConnectionOptions {
  readonly signal: AbortSignal;
  /** How long the headers of an answer may take, and the next piece of its body. */
  readonly openMs: number;
  readonly silenceMs: number;
  readonly now: () => number;
}

/** The requests of one attempt, ended together: by the caller, or because the server says nothing any more. */
export class Connection {
  readonly #watchdog: Watchdog;
  readonly signal: AbortSignal;
  readonly open: OpenRequest;

  constructor(open: OpenRequest, options: ConnectionOptions) {
    this.#watchdog = new Watchdog(options.openMs, options.now);
    this.signal = AbortSignal.any([options.signal, this.#watchdog.signal]);
    this.open = async (path, request) => {
      this.#watchdog.allow(options.openMs);
      const response = await open(path, request);
      this.#watchdog.allow(options.silenceMs);
      return { ...response, body: this.#fed(response.body) };
    };
  }

  list(
    path: string,
    pageSize: number,
    take: (object: KubeObject) => void,
  ): Promise<string> {
    const { signal } = this;
    return listPages(this.open, { path, pageSize, signal }, take);
  }

  /** Resolves when the server has accepted the watch. */
  async watch(path: string): Promise<AsyncIterable<WatchEvent>> {
    const response = await openOk(this.open, path, this.signal);
    return this.#named(watchEvents(response.body));
  }

  close(): void {
    this.#watchdog.stop();
  }

  async *#fed(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#watchdog.feed();
      yield chunk;
    }
  }

  /** An abort's own reason says more than the error that it causes in the transport. */
  async *#named(events: AsyncIterable<WatchEvent>): AsyncGenerator<WatchEvent> {
    try {
      yield* events;
    } catch (error) {
      throw this.signal.reason instanceof WatchFailure
        ? this.signal.reason
        : toFailure(error);
    }
  }
}

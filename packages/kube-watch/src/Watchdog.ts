import { WatchFailure } from './problem';

/**
 * Aborts a connection on which nothing has come for too long.
 *
 * @remarks
 *
 * A server that hangs, or a network that swallows packets, ends no stream: without this, a cache would be taken for
 * current for ever. One timer per connection, whatever the number of events.
 */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #now: () => number;
  #patienceMs: number;
  #fedAt: number;
  #timer: NodeJS.Timeout;

  constructor(patienceMs: number, now: () => number) {
    this.#patienceMs = patienceMs;
    this.#now = now;
    this.#fedAt = now();
    this.#timer = this.#arm(patienceMs);
  }

  /** Aborts with a {@link WatchFailure} of kind `timedOut`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  feed(): void {
    this.#fedAt = this.#now();
  }

  /** From now on, silence may last this long. */
  allow(patienceMs: number): void {
    this.#patienceMs = patienceMs;
    this.feed();
    clearTimeout(this.#timer);
    this.#timer = this.#arm(patienceMs);
  }

  /** Ends the watching, and the connection if it is still open. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }

  #arm(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), ms).unref();
  }

  #look(): void {
    const left = this.#patienceMs - (this.#now() - this.#fedAt);
    if (left > 0) {
      this.#timer = this.#arm(left);
      return;
    }
    const seconds = Math.max(1, Math.round(this.#patienceMs / 1000));
    this.#controller.abort(
      new WatchFailure({
        kind: 'timedOut',
        message: `has sent nothing for ${seconds} s`,
      }),
    );
  }
}

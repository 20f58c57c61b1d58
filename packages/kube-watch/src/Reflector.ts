import { pauseAfter } from './backoff';
import { Connection } from './Connection';
import { requireGroup } from './discovery';
import { toFailure, WatchFailure } from './problem';
import {
  completeOptions,
  type CompleteOptions,
  type ReflectorOptions,
} from './reflectorOptions';
import { RowSink } from './RowSink';
import type { WatchState } from './watchState';

const INITIAL_EVENTS = {
  sendInitialEvents: 'true',
  resourceVersionMatch: 'NotOlderThan',
};

const ENDED_AT_ONCE = new WatchFailure({
  kind: 'unexpected',
  message: 'ends each watch at once',
});

/**
 * Keeps a store equal to one collection of an API server, for as long as it runs.
 *
 * @remarks
 *
 * It lists (as a stream of initial events where the server can, else page by page), watches from there, and comes back
 * after every failure: a refused or cut connection, 503, 410, a server that says nothing. Meanwhile the store keeps its
 * rows, and {@link Reflector.state} says since when they are old. It never gives up; what only a person can repair is
 * tried again slowly.
 */
export class Reflector<Row> {
  readonly #options: CompleteOptions<Row>;
  readonly #sink: RowSink<Row>;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #state: WatchState;
  #aliveAt: number | undefined;
  #failures = 0;
  #exists: boolean;
  #streamsInitial = true;

  constructor(options: ReflectorOptions<Row>) {
    this.#options = completeOptions(options);
    this.#sink = new RowSink(this.#options);
    this.#state = { state: 'syncing', since: this.#options.now() };
    this.#exists = options.optional === undefined;
  }

  get state(): WatchState {
    return this.#state;
  }

  /** Last time the server proved that the rows are its own; `undefined` before the first listing. */
  get observedAt(): number | undefined {
    return this.#aliveAt;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when every connection is closed. The rows stay. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const pause = await this.#attempt();
      if (!signal.aborted && pause > 0) {
        await this.#options.delay(pause, signal).catch(() => undefined);
      }
    }
  }

  /** One connection from its opening to its end. @returns how long to wait before the next one */
  async #attempt(): Promise<number> {
    const { open, timing, now } = this.#options;
    const startedAt = now();
    const connection = new Connection(open, {
      signal: this.#stopping.signal,
      openMs: timing.openMs,
      silenceMs: timing.silenceMs,
      now,
    });
    try {
      await this.#use(connection);
      return this.#settled(startedAt) ? 0 : this.#failed(ENDED_AT_ONCE);
    } catch (error) {
      if (this.#stopping.signal.aborted) {
        return 0;
      }
      this.#settled(startedAt);
      return this.#failed(toFailure(error));
    } finally {
      connection.close();
    }
  }

  async #use(connection: Connection): Promise<void> {
    const { optional } = this.#options;
    if (optional !== undefined && !this.#exists) {
      await requireGroup(connection.open, optional, connection.signal);
      this.#exists = true;
    }
    if (this.#sink.version !== undefined) {
      await this.#follow(connection, this.#watchPath());
    } else if (this.#streamsInitial) {
      await this.#streamEverything(connection);
    } else {
      await this.#list(connection);
      await this.#follow(connection, this.#watchPath());
    }
  }

  /** Asks for what exists and what follows on one connection; a server that cannot is listed from then on. */
  async #streamEverything(connection: Connection): Promise<void> {
    this.#sink.beginListing();
    try {
      await this.#follow(connection, this.#watchPath(INITIAL_EVENTS));
    } catch (error) {
      if (error instanceof WatchFailure && cannotStream(error)) {
        this.#streamsInitial = this.#sink.version !== undefined;
      }
      throw error;
    }
  }

  async #list(connection: Connection): Promise<void> {
    const { path, timing } = this.#options;
    this.#sink.beginListing();
    const version = await connection.list(path, timing.pageSize, object =>
      this.#sink.takeObject('changed', object),
    );
    this.#sink.finishListing(version);
    this.#proven();
  }

  async #follow(connection: Connection, path: string): Promise<void> {
    const events = await connection.watch(path);
    // Once everything is listed, each sign of life proves that the rows are true.
    const prove = () => {
      if (this.#sink.version !== undefined) {
        this.#proven();
      }
    };
    prove();
    for await (const event of events) {
      this.#sink.take(event);
      prove();
    }
  }

  #watchPath(more: Readonly<Record<string, string>> = {}): string {
    const { path, timing, random } = this.#options;
    const seconds = Math.ceil((timing.watchMs * (1 + random())) / 1000);
    const { version } = this.#sink;
    return `${path}?${new URLSearchParams({
      watch: '1',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(seconds),
      ...(version === undefined ? {} : { resourceVersion: version }),
      ...more,
    })}`;
  }

  /** The rows are those of the server right now. */
  #proven(): void {
    this.#aliveAt = this.#options.now();
    if (this.#state.state !== 'live') {
      this.#enter({ state: 'live', since: this.#aliveAt });
    }
  }

  /** The server accepted this attempt and kept it for a while: what failed before it does not count any more. */
  #settled(startedAt: number): boolean {
    const { now, timing } = this.#options;
    const settled =
      (this.#aliveAt ?? -Infinity) >= startedAt &&
      now() - startedAt >= timing.settledMs;
    if (settled) {
      this.#failures = 0;
    }
    return settled;
  }

  #failed(failure: WatchFailure): number {
    const { problem, gone } = failure;
    if (gone) {
      this.#sink.forgetVersion();
    }
    if (problem.kind === 'notInstalled') {
      // A kind that is gone has no objects: old rows would be an invention.
      this.#exists = this.#options.optional === undefined;
      this.#sink.clear();
      this.#aliveAt = undefined;
    }
    // A cut stream is usually back at once; only when it is not, there is something to say.
    const firstCut =
      this.#state.state === 'live' &&
      this.#failures === 0 &&
      (gone || problem.kind === 'unreachable' || problem.kind === 'unexpected');
    if (!firstCut) {
      this.#lost(failure);
    }
    return isRefusal(failure)
      ? this.#options.timing.refusedPauseMs *
          (0.75 + this.#options.random() / 2)
      : Math.max(this.#pause(), failure.retryAfterMs);
  }

  #pause(): number {
    const { timing, random } = this.#options;
    this.#failures += 1;
    return pauseAfter(this.#failures, {
      firstMs: timing.firstPauseMs,
      longestMs: timing.longestPauseMs,
      random,
    });
  }

  #lost({ problem }: WatchFailure): void {
    const before = this.#state;
    if (this.#aliveAt === undefined) {
      const since =
        before.state === 'unread' ? before.since : this.#options.now();
      this.#enter({ state: 'unread', since, problem });
    } else {
      this.#enter({ state: 'lost', since: this.#aliveAt, problem });
    }
  }

  #enter(state: WatchState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/** Answers to a request for initial events that mean: this server does not know them. */
function cannotStream({ status, problem }: WatchFailure): boolean {
  return (
    status === 400 ||
    status === 422 ||
    (status === undefined && problem.kind === 'timedOut')
  );
}

function isRefusal({ problem }: WatchFailure): boolean {
  return problem.kind === 'forbidden' || problem.kind === 'notInstalled';
}

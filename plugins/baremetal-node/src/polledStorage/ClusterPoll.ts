import type { ClusterReader } from '../clusterReader';
import { ClusterMemory } from './clusterMemory';
import type { StorageSystem } from './storageSystem';

/** When to ask, in milliseconds. */
export interface PollTimes {
  /** How often it is decided whether something is due. */
  readonly tick: number;
  /** Volumes that somebody looks at. */
  readonly watched: number;
  /** The same while a copy catches up. */
  readonly moving: number;
  /** Everything, and the classes. */
  readonly sweep: number;
  /** How long a look at a page counts. */
  readonly attention: number;
  /** A question that takes longer has failed. */
  readonly timeout: number;
  /** Between questions while the system does not answer. */
  readonly retry: number;
}

export interface ClusterPollOptions {
  readonly system: StorageSystem;
  readonly reader: ClusterReader;
  readonly times: PollTimes;
  readonly now: () => Date;
  /** Resolves after the time, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onChange: () => void;
}

/**
 * Asks one cluster's storage system in the background.
 *
 * @remarks
 *
 * One loop, so there is never more than one question on its way. Nothing here is called by a view except `look`, which
 * only notes that somebody looks.
 */
export class ClusterPoll {
  readonly memory = new ClusterMemory();
  readonly #options: ClusterPollOptions;
  readonly #lookedAt = new Map<string, number>();
  #handles: { readonly revision: number; readonly all: readonly string[] } = {
    revision: -1,
    all: [],
  };
  #sweptAt = -Infinity;
  #classesAt = -Infinity;
  #failedAt = -Infinity;
  readonly #askedAt = new Map<string, number>();

  constructor(options: ClusterPollOptions) {
    this.#options = options;
  }

  /** Somebody looks at these volumes now. */
  look(handles: readonly string[]): void {
    const now = this.#options.now().getTime();
    for (const handle of handles) {
      this.#lookedAt.set(handle, now);
    }
  }

  async run(): Promise<void> {
    const { signal, sleep, times } = this.#options;
    while (!signal.aborted) {
      await this.round();
      await sleep(times.tick, signal);
    }
  }

  /** Asks what is due now, if anything. */
  async round(): Promise<void> {
    const { now, onChange, times } = this.#options;
    const at = now().getTime();
    if (this.memory.isLost && at - this.#failedAt < times.retry) {
      return;
    }
    const before = this.memory.fingerprint();
    const handles = this.#due(at);
    if (handles !== undefined) {
      await this.#askVolumes(handles);
    }
    if (at - this.#classesAt >= times.sweep && !this.memory.isLost) {
      await this.#askClasses();
    }
    if (this.memory.fingerprint() !== before) {
      onChange();
    }
  }

  async #askVolumes(handles: readonly string[]): Promise<void> {
    const { system, reader, now, signal } = this.#options;
    const { cluster } = reader;
    for (const handle of handles) {
      this.#askedAt.set(handle, now().getTime());
    }
    try {
      const answer = await this.#inTime(cut =>
        system.askVolumes(cluster, { handles, signal: cut }),
      );
      this.memory.remember(handles, answer, now().toISOString());
    } catch (error) {
      if (!signal.aborted) {
        this.#failedAt = now().getTime();
        const problem = system.toProblem(cluster, error);
        this.memory.fail(problem, now().toISOString());
      }
    }
  }

  /** A question about room that fails leaves the volumes as they are. */
  async #askClasses(): Promise<void> {
    const { system, reader, now } = this.#options;
    const { cluster } = reader;
    const rows = reader.read('storageClasses');
    if (!rows.known) {
      return;
    }
    const classes = rows.value.items.filter(({ provisioner }) =>
      system.provisioners.includes(provisioner),
    );
    this.#classesAt = now().getTime();
    try {
      const answer = await this.#inTime(cut =>
        system.askClasses(cluster, { classes, signal: cut }),
      );
      this.memory.rememberClasses(answer, now().toISOString());
    } catch (error) {
      this.memory.failClasses(
        system.toProblem(cluster, error),
        now().toISOString(),
      );
    }
  }

  /** A system that ignores the signal must not hold up the loop. */
  async #inTime<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal, times } = this.#options;
    const cut = AbortSignal.any([signal, AbortSignal.timeout(times.timeout)]);
    return untilAborted(ask(cut), cut);
  }

  /** What to ask about now; `undefined` when nothing is due. */
  #due(at: number): readonly string[] | undefined {
    const { times } = this.#options;
    const all = this.#all();
    if (at - this.#sweptAt >= times.sweep) {
      this.#sweptAt = at;
      return all;
    }
    if (this.memory.isLost) {
      return all;
    }
    const since = (map: ReadonlyMap<string, number>, handle: string) =>
      at - (map.get(handle) ?? -Infinity);
    const watched = all.filter(
      handle => since(this.#lookedAt, handle) <= times.attention,
    );
    const every = this.memory.isMoving(watched) ? times.moving : times.watched;
    const old = watched.some(handle => since(this.#askedAt, handle) >= every);
    const fresh = all.filter(handle => !this.#askedAt.has(handle));
    // Once one is due, all that are looked at are asked: one question serves every open page.
    return old || fresh.length > 0
      ? [...new Set([...watched, ...fresh])]
      : undefined;
  }

  /** Handles of all volumes that belong to a service and lie in this system. */
  #all(): readonly string[] {
    const { reader } = this.#options;
    const revision = reader.revision('claims', 'volumes');
    if (revision !== this.#handles.revision) {
      const all = serviceHandles(reader, this.#options.system.provisioners);
      this.#handles = { revision, all };
      this.#forget(new Set(all));
    }
    return this.#handles.all;
  }

  #forget(existing: ReadonlySet<string>): void {
    this.memory.keepOnly(existing);
    for (const map of [this.#lookedAt, this.#askedAt]) {
      for (const handle of map.keys()) {
        if (!existing.has(handle)) {
          map.delete(handle);
        }
      }
    }
  }
}

function serviceHandles(
  reader: ClusterReader,
  provisioners: readonly string[],
): string[] {
  const claims = reader.read('claims');
  const volumes = reader.read('volumes');
  if (!claims.known || !volumes.known) {
    return [];
  }
  const wanted = new Set(
    claims.value.items.flatMap(({ kubernetesId, volume }) =>
      kubernetesId !== undefined && volume !== undefined ? [volume] : [],
    ),
  );
  return volumes.value.items.flatMap(({ name, csi }) =>
    csi && wanted.has(name) && provisioners.includes(csi.driver)
      ? [csi.handle]
      : [],
  );
}

async function untilAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    stop = () => signal.removeEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stop();
  }
}

import type { PlatformClock } from '../../clock';
import type { KindInfo } from '../kinds';
import { resourceText } from '../kinds';
import type { KubeObject } from '../objects';
import type { Change, ObjectStore } from '../ObjectStore';

/** Which keys a change of an object wakes; `previous` is the object before the change. */
export type Waker = (object: KubeObject, change: Change) => readonly string[];

/** Brings one object, named by its key, nearer to what is wanted. Level-triggered: it may be called at any time. */
export interface Controller {
  readonly name: string;
  readonly wakes: readonly { readonly kind: KindInfo; readonly keys: Waker }[];
  /** @returns milliseconds after which to look again, whatever happens */
  reconcile(key: string): number | undefined;
}

/** Steps after which the controllers are taken to be fighting each other. */
const MOST_STEPS = 200_000;
const RETRY_MS = 10_000;

/**
 * Runs the controllers of one cluster, one key after the other and always in the same order. Changes that come over
 * HTTP are handled on the next turn of the event loop; {@link ControllerLoop.settle} handles them at once.
 */
export class ControllerLoop {
  readonly #queues: { controller: Controller; keys: Set<string> }[];
  readonly #timers = new Map<string, () => void>();
  #scheduled: NodeJS.Immediate | undefined;
  #settling = false;
  #stopped = false;
  readonly #unsubscribe: () => void;

  constructor(
    store: ObjectStore,
    private readonly clock: PlatformClock,
    controllers: readonly Controller[],
  ) {
    this.#queues = controllers.map(controller => ({
      controller,
      keys: new Set<string>(),
    }));
    this.#unsubscribe = store.subscribe(change => this.#wake(change));
  }

  /** Handles all that is to be done now. */
  settle(): void {
    if (this.#settling || this.#stopped) return;
    this.#settling = true;
    try {
      for (let step = 0; this.#step(); step += 1) {
        if (step > MOST_STEPS) throw new Error(this.#tooMany());
      }
    } finally {
      this.#settling = false;
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    if (this.#scheduled) clearImmediate(this.#scheduled);
    for (const cancel of this.#timers.values()) cancel();
  }

  #wake(change: Change): void {
    const resource = resourceText(change.kind);
    for (const { controller, keys } of this.#queues) {
      for (const wake of controller.wakes) {
        if (resourceText(wake.kind) !== resource) continue;
        for (const key of wake.keys(change.object, change)) keys.add(key);
      }
    }
    if (this.#settling || this.#scheduled || this.#stopped) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = undefined;
      this.settle();
    });
  }

  #step(): boolean {
    for (const { controller, keys } of this.#queues) {
      const next = keys.values().next();
      if (next.done) continue;
      keys.delete(next.value);
      this.#again(
        controller,
        next.value,
        this.#reconcile(controller, next.value),
      );
      return true;
    }
    return false;
  }

  /** One object that a controller cannot digest must not end the platform. */
  #reconcile(controller: Controller, key: string): number | undefined {
    try {
      return controller.reconcile(key);
    } catch (error) {
      const { stack } = error as Error;
      process.stderr.write(`${controller.name}, ${key}: ${stack}\n`);
      return RETRY_MS;
    }
  }

  #again(controller: Controller, key: string, wait: number | undefined): void {
    const id = `${controller.name} ${key}`;
    this.#timers.get(id)?.();
    this.#timers.delete(id);
    if (wait === undefined) return;
    const cancel = this.clock.after(wait, () => {
      this.#timers.delete(id);
      this.#queues.find(one => one.controller === controller)?.keys.add(key);
      this.settle();
    });
    this.#timers.set(id, cancel);
  }

  #tooMany(): string {
    const busy = this.#queues
      .filter(({ keys }) => keys.size > 0)
      .map(({ controller, keys }) => `${controller.name} (${[...keys][0]})`);
    return `controllers do not come to rest: ${busy.join(', ')}`;
  }
}

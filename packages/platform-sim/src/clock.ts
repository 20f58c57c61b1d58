interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * The time of a simulated platform. It stands still until {@link PlatformClock.start}; then it runs with real time,
 * `speed` times as fast. {@link PlatformClock.advance} jumps, running everything that becomes due on the way in order.
 */
export class PlatformClock {
  #timers: Timer[] = [];
  #order = 0;
  #anchor: { sim: number; real: number };
  #speed = 0;
  #wake: NodeJS.Timeout | undefined;
  #stepping: number | undefined;

  private constructor(start: number) {
    this.#anchor = { sim: start, real: Date.now() };
  }

  /** @param start - first time, in milliseconds since 1970 */
  static create(start: number): PlatformClock {
    return new PlatformClock(start);
  }

  now(): number {
    if (this.#stepping !== undefined) return this.#stepping;
    const { sim, real } = this.#anchor;
    return sim + Math.max(0, Date.now() - real) * this.#speed;
  }

  /** Now, as Kubernetes writes it: whole seconds. */
  stamp(): string {
    return toStamp(this.now());
  }

  /** Runs once after `ms` of platform time; the returned function cancels it. */
  after(ms: number, run: () => void): () => void {
    const timer = {
      at: this.now() + Math.max(0, ms),
      order: (this.#order += 1),
      run,
    };
    this.#timers = [...this.#timers, timer].sort(byDue);
    this.#arm();
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer);
    };
  }

  advance(ms: number): void {
    this.advanceTo(this.now() + ms);
  }

  /** Does nothing for a time that has passed already. */
  advanceTo(target: number): void {
    this.#runDue(target);
    if (target > this.now()) {
      this.#anchor = { sim: target, real: Date.now() };
    }
    this.#arm();
  }

  start(speed: number): void {
    this.#anchor = { sim: this.now(), real: Date.now() };
    this.#speed = speed;
    this.#arm();
  }

  stop(): void {
    this.#anchor = { sim: this.now(), real: Date.now() };
    this.#speed = 0;
    clearTimeout(this.#wake);
  }

  #runDue(until: number): void {
    const outer = this.#stepping;
    for (;;) {
      const next = this.#timers[0];
      if (!next || next.at > until) break;
      this.#timers = this.#timers.slice(1);
      this.#stepping = Math.max(next.at, outer ?? next.at);
      try {
        next.run();
      } finally {
        this.#stepping = outer;
      }
    }
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const next = this.#timers[0];
    if (!next || this.#speed === 0 || this.#stepping !== undefined) return;
    const wait = Math.max(0, next.at - this.now()) / this.#speed;
    this.#wake = setTimeout(() => {
      this.#runDue(this.now());
      this.#arm();
    }, Math.min(wait, 60_000));
    this.#wake.unref();
  }
}

function byDue(a: Timer, b: Timer): number {
  return a.at - b.at || a.order - b.order;
}

/** As Kubernetes writes times: RFC 3339 in whole seconds, UTC. */
export function toStamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Keeps what changes rarely for a while, so that it is not asked for with every look. */
export class SlowFacts<T> {
  #kept: { readonly value: T; readonly until: number } | undefined;

  constructor(
    readonly ask: (signal: AbortSignal) => Promise<T>,
    readonly options: {
      readonly keepMs: number;
      readonly now: () => number;
    },
  ) {}

  async get(signal: AbortSignal): Promise<T> {
    const { keepMs, now } = this.options;
    if (this.#kept && now() < this.#kept.until) {
      return this.#kept.value;
    }
    const value = await this.ask(signal);
    this.#kept = { value, until: now() + keepMs };
    return value;
  }
}

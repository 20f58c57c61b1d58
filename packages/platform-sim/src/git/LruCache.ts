/** Keeps what was loaded last. For content that never changes under its key. */
export class LruCache<T> {
  readonly #limit: number;
  readonly #entries = new Map<string, Promise<T>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    this.#entries.delete(key);
    const value = known ?? load();
    this.#entries.set(key, value);
    if (!known) {
      value.catch(() => this.#entries.delete(key));
      const [oldest] = this.#entries.keys();
      if (this.#entries.size > this.#limit && oldest !== undefined) {
        this.#entries.delete(oldest);
      }
    }
    return value;
  }
}

/**
 * Keeps one copy of what is equal: thousands of pods share their labels, images and requests, and memory should hold
 * those once.
 *
 * @remarks
 *
 * Entries are held weakly: what no row uses any more is collected.
 */
export interface Interner {
  /** One copy of equal plain values, found by their JSON. The value must not be written to afterwards. */
  value<T extends object>(value: T): T;
  string(text: string): string;
}

export function createInterner(): Interner {
  const values = new Map<string, WeakRef<object>>();
  const strings = new Map<string, string>();
  const forget = new FinalizationRegistry<string>(key => {
    if (values.get(key)?.deref() === undefined) {
      values.delete(key);
    }
  });
  return {
    value<T extends object>(value: T): T {
      const key = JSON.stringify(value);
      const known = values.get(key)?.deref();
      if (known !== undefined) {
        return known as T;
      }
      values.set(key, new WeakRef(value));
      forget.register(value, key);
      return value;
    },
    string(text) {
      const known = strings.get(text);
      if (known !== undefined) {
        return known;
      }
      // Strings cannot be held weakly; names of namespaces, nodes and images are few, unless something is wrong.
      if (strings.size < 100_000) {
        strings.set(text, text);
      }
      return text;
    },
  };
}

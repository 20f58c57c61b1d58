/**
 * Reads each value once, for as long as it lives. Parsed files are shared, and every overlay of a repository reads
 * those of its base.
 */
export function once<T>(read: (value: unknown) => T): (value: unknown) => T {
  const known = new WeakMap<object, T>();
  return value => {
    if (typeof value !== 'object' || value === null) return read(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const result = read(value);
    known.set(value, result);
    return result;
  };
}

/** Where something stands in a value: keys and indexes. */
export type Path = readonly (string | number)[];

/** Every place of a value, itself included. */
export function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, child]) =>
    child === undefined ? [] : placesOf(child, [...path, key]),
  );
  return [path, ...below];
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(childOf, value);
}

function childOf(value: unknown, key: string | number): unknown {
  return (value as Readonly<Record<string | number, unknown>>)[key];
}

/** A copy with another value in one place. */
export function withValue(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const child = withValue(childOf(value, key), rest, other);
  return Array.isArray(value)
    ? Object.assign([...value], { [key]: child })
    : { ...(value as object), [key]: child };
}

/** A copy that lacks one place. */
export function without(value: unknown, path: Path): unknown {
  const place = path.slice(0, -1);
  const left = String(path[path.length - 1]);
  const entries = Object.entries(valueAt(value, place) as object);
  return withValue(
    value,
    place,
    Object.fromEntries(entries.filter(([key]) => key !== left)),
  );
}

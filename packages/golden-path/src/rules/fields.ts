import type { Manifest, RenderedEnvironment } from '../types';

/** Reads a field at any depth; `undefined` where something on the way is missing. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null
        ? (here as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

export function listAt(
  value: unknown,
  ...path: (string | number)[]
): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A number at any depth; `undefined` when there is something else or nothing. */
export function numberAt(
  value: unknown,
  ...path: (string | number)[]
): number | undefined {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** A text at any depth; `undefined` when there is something else or nothing. */
export function textAt(
  value: unknown,
  ...path: (string | number)[]
): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function ofKind(
  { objects }: Pick<RenderedEnvironment, 'objects'>,
  ...kinds: string[]
): Manifest[] {
  return objects.filter(({ kind }) => kinds.includes(kind));
}

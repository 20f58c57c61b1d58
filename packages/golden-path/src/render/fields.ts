import type { JsonObject } from './Resource';

/**
 * A field that the object has itself. Labels and settings may be called what every JavaScript object inherits:
 * `constructor`, `valueOf`.
 */
export function fieldOf(object: JsonObject | undefined, key: string): unknown {
  return object !== undefined && Object.hasOwn(object, key)
    ? object[key]
    : undefined;
}

/** Gives the object a field of its own. Assigning `__proto__` would change what the object inherits instead. */
export function setField(
  object: JsonObject,
  key: string,
  value: unknown,
): void {
  if (key !== '__proto__') {
    object[key] = value;
    return;
  }
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

import type { KindInfo } from '../kinds';
import type { KubeObject } from '../objects';

const texts = new WeakMap<KubeObject, string>();

/** JSON of a stored object; the same object is turned into text once, however many watch it. */
export function objectJson(object: KubeObject): string {
  const known = texts.get(object);
  if (known !== undefined) return known;
  const text = JSON.stringify(object);
  texts.set(object, text);
  return text;
}

/** As an item of a list: the server's own kinds leave out what the list says already. */
export function itemJson(kind: KindInfo, object: KubeObject): string {
  if (kind.custom) return objectJson(object);
  const { apiVersion: _, kind: __, ...rest } = object;
  return JSON.stringify(rest);
}

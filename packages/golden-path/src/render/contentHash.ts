import { sha256 } from '../hash/sha256';
import { isObject, type JsonObject } from './Resource';

// The alphabet without vowels that Kubernetes uses for suffixes of names.
const LETTERS: Readonly<Record<string, string>> = {
  '0': 'g',
  '1': 'h',
  '3': 'k',
  a: 'm',
  e: 't',
};

// kustomize looks the name up by a field that is called `metadata/name`, finds none, and hashes the empty text.
const NO_NAME = '';

/**
 * Suffix that kustomize gives a generated ConfigMap or Secret; what is in it decides.
 *
 * @remarks From kustomize's `hasher.go`: SHA-256 of the JSON as Go writes it, its first ten digits, five of them
 * replaced.
 */
export function contentHash(object: JsonObject): string {
  const hashed: JsonObject =
    object.kind === 'Secret'
      ? {
          kind: 'Secret',
          type: object.type ?? '',
          name: NO_NAME,
          data: object.data ?? '',
          ...(isObject(object.stringData)
            ? { stringData: object.stringData }
            : {}),
        }
      : {
          kind: 'ConfigMap',
          name: NO_NAME,
          data: object.data ?? '',
          ...(isObject(object.binaryData)
            ? { binaryData: object.binaryData }
            : {}),
        };
  return shortHash(goJson(hashed));
}

/** The suffix that a text gives. */
export function shortHash(text: string): string {
  return [...sha256(text).slice(0, 10)]
    .map(digit => LETTERS[digit] ?? digit)
    .join('');
}

/** JSON as Go's `encoding/json` writes it: keys in the order of their bytes, and `<`, `>`, `&` escaped. */
export function goJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(goJson).join(',')}]`;
  }
  if (isObject(value)) {
    const fields = Object.keys(value)
      .sort(byUtf8)
      .map(key => `${goString(key)}:${goJson(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return typeof value === 'string' ? goString(value) : JSON.stringify(value);
}

function goString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Order of the bytes, which is that of the code points. */
function byUtf8(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference =
      (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}

import { z } from 'zod/v3';
import { fieldOf, setField } from '../fields';
import { isEqual } from '../isEqual';
import { isObject, type JsonObject } from '../Resource';

const pointer = z.string().regex(/^(\/.*)?$/s, 'is not a JSON pointer');

const operationSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal('add'), path: pointer, value: z.unknown() }),
  z.object({ op: z.literal('replace'), path: pointer, value: z.unknown() }),
  z.object({ op: z.literal('test'), path: pointer, value: z.unknown() }),
  z.object({ op: z.literal('remove'), path: pointer }),
  z.object({ op: z.literal('move'), path: pointer, from: pointer }),
  z.object({ op: z.literal('copy'), path: pointer, from: pointer }),
]);

/** Steps of a JSON patch (RFC 6902). */
export const jsonPatchSchema = z.array(operationSchema);

export type JsonPatch = z.output<typeof jsonPatchSchema>;
type Operation = JsonPatch[number];

/** A patch that does not apply; the message ends the sentence "the patch …". */
export class JsonPatchError extends Error {
  override readonly name = 'JsonPatchError';
}

/**
 * Applies all steps, in place.
 *
 * @remarks Like the library that kustomize uses, `replace` makes a field of a map that is not there, and a negative
 * index counts from the end.
 */
export function applyJsonPatch(target: JsonObject, patch: JsonPatch): void {
  for (const operation of patch) {
    applyOperation(target, operation);
  }
}

function applyOperation(target: JsonObject, operation: Operation): void {
  switch (operation.op) {
    case 'add':
      return put(place(target, operation), copyOf(operation.value));
    case 'replace': {
      const at = place(target, operation);
      if (Array.isArray(at.holder)) {
        existing(at);
      }
      at.holder[at.key] = copyOf(operation.value);
      return undefined;
    }
    case 'remove':
      return take(place(target, operation));
    case 'test': {
      const at = place(target, operation);
      const value = at.holder[at.key];
      if (!isEqual(value ?? null, operation.value ?? null)) {
        throw new JsonPatchError(
          `tests ${operation.path} for ${JSON.stringify(operation.value)}, ` +
            `but it is ${JSON.stringify(value)}`,
        );
      }
      return undefined;
    }
    case 'copy':
    case 'move': {
      const source = place(target, { op: operation.op, path: operation.from });
      const value = existing(source);
      if (operation.op === 'move') {
        take(source);
      }
      return put(
        place(target, { op: 'add', path: operation.path }),
        copyOf(value),
      );
    }
  }
}

interface Place {
  readonly op: string;
  readonly path: string;
  readonly holder: { [key: string]: unknown };
  readonly key: string;
}

/** Finds the map or list that holds what the pointer names. */
function place(
  target: JsonObject,
  { op, path }: { op: string; path: string },
): Place {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = steps.pop();
  if (key === undefined) {
    throw new JsonPatchError(`would ${op} the whole object`);
  }
  let holder: unknown = target;
  for (const step of steps) {
    holder = child(holder, step);
  }
  if (!isObject(holder) && !Array.isArray(holder)) {
    throw new JsonPatchError(
      `would ${op} ${path}, but ${path.slice(
        0,
        path.lastIndexOf('/'),
      )} does not exist`,
    );
  }
  // One step further than the last item is where another may be added.
  const adds = op === 'add' ? 1 : 0;
  const inList = Array.isArray(holder) && key !== '-';
  return {
    op,
    path,
    holder: holder as { [key: string]: unknown },
    key: inList ? String(indexIn(holder as unknown[], key, adds)) : key,
  };
}

function child(holder: unknown, step: string): unknown {
  if (Array.isArray(holder)) {
    return holder[indexIn(holder, step)];
  }
  return isObject(holder) ? fieldOf(holder, step) : undefined;
}

function indexIn(list: readonly unknown[], step: string, adds = 0): number {
  const index = /^-?\d+$/.test(step) ? Number(step) : NaN;
  return index < 0 ? list.length + adds + index : index;
}

function existing({ op, path, holder, key }: Place): unknown {
  if (!Object.hasOwn(holder, key)) {
    throw new JsonPatchError(`would ${op} ${path}, which does not exist`);
  }
  return holder[key];
}

function put({ op, path, holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) {
    setField(holder, key, value);
    return;
  }
  const index = key === '-' ? holder.length : Number(key);
  if (!(index >= 0 && index <= holder.length)) {
    throw new JsonPatchError(
      `would ${op} ${path}, but the list has ${holder.length} items`,
    );
  }
  holder.splice(index, 0, value);
}

function take(at: Place): void {
  existing(at);
  if (Array.isArray(at.holder)) {
    at.holder.splice(Number(at.key), 1);
  } else {
    delete at.holder[at.key];
  }
}

function copyOf(value: unknown): unknown {
  return value === undefined ? null : structuredClone(value);
}

import { fieldOf, setField } from '../../render/fields';
import { isObject, type JsonObject } from '../../render/Resource';

/** What a person looks for first comes first. */
const ORDER = [
  'image',
  'replicas',
  'resources',
  'minReadySeconds',
  'partition',
  'spread',
  'suspend',
  'scaling',
  'promotion',
  'hostname',
  'storage',
  'store',
  'credentials',
  'migration',
  'snapshots',
  'dump',
  'disruptionBudget',
  'config',
];

/** Values by their paths as a tree; what is undefined is left out. */
export function toTree(
  values: readonly (readonly [path: string, value: unknown])[],
): JsonObject {
  const tree: JsonObject = {};
  for (const [path, value] of [...values].sort(byOrder)) {
    if (value !== undefined) put(tree, path.split('.'), value);
  }
  return tree;
}

/** What lies at a path; `undefined` where there is nothing. */
export function valueAt(tree: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce(
      (value, step) =>
        isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined,
      tree,
    );
}

function byOrder(
  [a]: readonly [string, unknown],
  [b]: readonly [string, unknown],
) {
  return rank(a) - rank(b);
}

function rank(path: string): number {
  const index = ORDER.indexOf(path.split('.')[0] ?? '');
  return index < 0 ? ORDER.length : index;
}

function put(
  tree: JsonObject,
  [step = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    setField(tree, step, value);
    return;
  }
  const inner = fieldOf(tree, step);
  const next: JsonObject = isObject(inner) ? inner : {};
  setField(tree, step, next);
  put(next, rest, value);
}

import { applyPatch, type Operation } from 'fast-json-patch';
import { ApiError, badRequest } from './apiError';

type Json = any;

/** Lists that merge by these fields of their items; all others are replaced as a whole. */
const LIST_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  conditions: ['type'],
  ownerReferences: ['uid'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  taints: ['key', 'effect'],
};

function listKeys(field: string, items: Json): readonly string[] | undefined {
  if (field === 'ports' && Array.isArray(items)) {
    const field2 = items.some(item => item?.containerPort !== undefined)
      ? 'containerPort'
      : 'port';
    return [field2];
  }
  return LIST_KEYS[field];
}

function isMap(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** RFC 6902. */
export function jsonPatch<T>(document: T, operations: Json): T {
  if (!Array.isArray(operations)) {
    throw badRequest('error decoding patch: a JSON patch is a list');
  }
  try {
    return applyPatch(document, operations as Operation[], true, false)
      .newDocument;
  } catch (error) {
    throw new ApiError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {
        causes: [{ message: String((error as Error).message).split('\n')[0] }],
      },
    );
  }
}

/** RFC 7386: `null` removes. */
export function mergePatch(target: Json, patch: Json): Json {
  if (!isMap(patch)) return patch;
  const result: Record<string, Json> = isMap(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    else result[field] = mergePatch(result[field], value);
  }
  return result;
}

/** A strategic merge patch without its directives except `$patch: delete` of list items. */
export function strategicMerge(target: Json, patch: Json): Json {
  if (!isMap(patch)) return patch;
  const result: Record<string, Json> = isMap(target) ? { ...target } : {};
  for (const [field, value] of Object.entries(patch)) {
    const keys = listKeys(field, value);
    if (value === null) delete result[field];
    else if (Array.isArray(value) && keys) {
      result[field] = mergeItems(result[field], value, keys);
    } else result[field] = strategicMerge(result[field], value);
  }
  return result;
}

function mergeItems(
  target: Json,
  patch: readonly Json[],
  keys: readonly string[],
): Json {
  let items: Json[] = Array.isArray(target) ? [...target] : [];
  for (const item of patch) {
    const at = items.findIndex(other => sameKeys(other, item, keys));
    if (item?.$patch === 'delete') items = items.filter((_, i) => i !== at);
    else if (at < 0) items.push(item);
    else items[at] = strategicMerge(items[at], item);
  }
  return items;
}

function sameKeys(a: Json, b: Json, keys: readonly string[]): boolean {
  return keys.every(key => a?.[key] === b?.[key]);
}

/**
 * Server-side apply for one manager: what it names is set, what it named before and no longer names is removed, what
 * others wrote stays. Conflicts between managers are not told apart: the last one wins, as with `force`.
 *
 * @param atomicLists - kinds without list types in their schema, as the custom ones here
 */
export function applyConfiguration(
  live: Json,
  change: { readonly before: Json; readonly desired: Json },
  atomicLists: boolean,
): Json {
  const { before, desired } = change;
  if (!isMap(desired)) return desired;
  const result: Record<string, Json> = isMap(live) ? { ...live } : {};
  for (const field of Object.keys(isMap(before) ? before : {})) {
    if (!(field in desired)) delete result[field];
  }
  for (const [field, value] of Object.entries(desired)) {
    const keys = atomicLists ? undefined : listKeys(field, value);
    const nested = { before: before?.[field], desired: value };
    result[field] =
      Array.isArray(value) && keys
        ? applyItems(result[field], nested, keys)
        : applyConfiguration(result[field], nested, atomicLists);
  }
  return result;
}

function applyItems(
  live: Json,
  { before, desired }: { before: Json; desired: readonly Json[] },
  keys: readonly string[],
): Json {
  const liveItems: readonly Json[] = Array.isArray(live) ? live : [];
  const beforeItems: readonly Json[] = Array.isArray(before) ? before : [];
  const find = (items: readonly Json[], item: Json) =>
    items.find(other => sameKeys(other, item, keys));
  const mine = desired.map(item =>
    applyConfiguration(
      find(liveItems, item),
      { before: find(beforeItems, item), desired: item },
      false,
    ),
  );
  const others = liveItems.filter(
    item => !find(desired, item) && !find(beforeItems, item),
  );
  return [...mine, ...others];
}

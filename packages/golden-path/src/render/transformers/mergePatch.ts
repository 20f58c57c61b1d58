import { fieldOf, setField } from '../fields';
import { isObject, type JsonObject } from '../Resource';

/** Groups whose list fields kustomize merges item by item, because it knows their schema. */
const KNOWN_GROUPS =
  /^$|^(apps|batch|policy|autoscaling|extensions)$|\.k8s\.io$/;

/** A list that would be merged by its schema, or `undefined` when a plain merge says it all. */
export function listInKnownSchema(
  group: string,
  patch: unknown,
  path = '',
): string | undefined {
  if (!KNOWN_GROUPS.test(group)) {
    return undefined;
  }
  if (Array.isArray(patch)) {
    return patch.some(isObject) ? path : undefined;
  }
  if (isObject(patch)) {
    for (const [key, value] of Object.entries(patch)) {
      const found = listInKnownSchema(group, value, `${path}/${key}`);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/**
 * Merges maps into maps, replaces everything else, removes what is `null`.
 *
 * @remarks For a custom kind this is what kustomize's strategic merge does: **lists are replaced whole**, so a patch
 * that names one container of a Rollout drops its image, ports and environment.
 */
export function mergePatch(target: JsonObject, patch: JsonObject): void {
  for (const [key, value] of Object.entries(patch)) {
    const there = fieldOf(target, key);
    if (value === null) {
      delete target[key];
    } else if (isObject(value)) {
      const next = isObject(there) ? there : {};
      mergePatch(next, value);
      setField(target, key, next);
    } else {
      setField(target, key, structuredClone(value));
    }
  }
}

import { fieldOf, setField } from '../../render/fields';
import { isObject, type JsonObject } from '../../render/Resource';

/** Values over others, as Helm lays them: maps are merged, and null takes away what is there. */
export function mergeValues(under: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = fieldOf(merged, key);
    if (value === null && Object.hasOwn(under, key)) {
      delete merged[key];
    } else if (isObject(value)) {
      setField(
        merged,
        key,
        isObject(before) ? mergeValues(before, value) : value,
      );
    } else {
      setField(merged, key, value);
    }
  }
  return merged;
}

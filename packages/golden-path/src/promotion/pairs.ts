import { isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';

/** The pair with this key. */
export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find(pair => isScalar(pair.key) && textOf(pair.key) === key);
}

/**
 * What is written, not what it is taken for: the value of an unquoted `1.10` is 1.1.
 *
 * @returns `undefined` for nothing, and for what is not a scalar
 */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) {
    return undefined;
  }
  return (node as Scalar.Parsed).source ?? String(node.value);
}

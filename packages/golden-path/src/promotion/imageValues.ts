import { isMap, isScalar, type YAMLMap } from 'yaml';
import { pairOf, textOf } from './pairs';

/** An image in a file of values. */
export interface ImageValue {
  readonly repository: string;
  readonly entry: YAMLMap;
  /** Keys on the way to it. */
  readonly place: readonly string[];
}

/** Whether it is a file of values: kustomize refuses a field that is called so. */
export function holdsValues(root: YAMLMap): boolean {
  return pairOf(root, 'image') !== undefined;
}

/** Every map that is called `image` and names a repository. */
export function imageValues(
  map: YAMLMap,
  place: readonly string[] = [],
): ImageValue[] {
  return map.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? textOf(key) : undefined;
    if (name === undefined || !isMap(value)) return [];
    const at = [...place, name];
    const repository =
      name === 'image' ? textOf(pairOf(value, 'repository')?.value) : undefined;
    return repository === undefined
      ? imageValues(value, at)
      : [{ repository, entry: value, place: at }];
  });
}

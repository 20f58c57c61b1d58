import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { holdsValues, imageValues } from './imageValues';
import { pairOf, textOf } from './pairs';

/** Reads a kustomization as Go does when it turns it into JSON, so that `1.10` is a number and `on` is true. */
export function parseKustomization(source: string): Document.Parsed {
  return parseDocument(source, {
    version: '1.1',
    customTags: tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' ||
          (tag.format !== 'TIME' && !tag.tag.endsWith(':timestamp')),
      ),
    logLevel: 'error',
  });
}

/** Where a kustomization, or a file of values, says which version of an image runs. */
export type Located =
  | {
      readonly found: 'entry';
      readonly root: YAMLMap;
      readonly entry: YAMLMap;
      /** Keys and indexes on the way to it. */
      readonly place: readonly (string | number)[];
      readonly tagKey: 'newTag' | 'tag';
    }
  /** `images:` is there, without this image. */
  | { readonly found: 'list'; readonly root: YAMLMap; readonly list: YAMLSeq }
  /** `images:` is there and empty. */
  | { readonly found: 'emptyList'; readonly root: YAMLMap }
  | { readonly found: 'nothing'; readonly root: YAMLMap }
  /** These are values, and none of them is this image. */
  | { readonly found: 'noValue' }
  | { readonly found: 'refused'; readonly reason: string };

/** Finds the entry of an image, or says why the file is not one to edit. */
export function locateImage(document: Document.Parsed, name: string): Located {
  const problem = problemOf(document);
  if (problem !== undefined) {
    return refused(`it is not plain YAML: ${problem}`);
  }
  const root = document.contents;
  if (!isMap(root)) {
    return refused('it is not a kustomization');
  }
  if (root.items.some(isMerge)) {
    return refused('it uses a merge key (<<)');
  }
  if (holdsValues(root)) {
    return locateValue(root, name);
  }
  const images = pairOf(root, 'images');
  if (!images) {
    return { found: 'nothing', root };
  }
  const list = images.value;
  if (isAlias(list)) {
    return refused('`images` is an alias of another value');
  }
  if (list === null || (isScalar(list) && list.value === null)) {
    return { found: 'emptyList', root };
  }
  if (!isSeq(list)) {
    return refused('`images` is not a list');
  }
  if (list.anchor !== undefined) {
    return refused('`images` has an anchor');
  }
  return list.items.length === 0
    ? { found: 'emptyList', root }
    : locateEntry(root, list, name);
}

/** Why a document cannot be read: an error in it, or an alias of nothing. */
export function problemOf(document: Document.Parsed): string | undefined {
  const [error] = document.errors;
  if (error) {
    return error.message.split('\n')[0]?.replace(/:$/, '');
  }
  try {
    document.toJS();
    return undefined;
  } catch (cause) {
    return (cause as Error).message;
  }
}

function locateEntry(root: YAMLMap, list: YAMLSeq, name: string): Located {
  const entries: YAMLMap[] = [];
  for (const item of list.items) {
    if (!isMap(item)) {
      return refused('an entry of `images` is not a map of its own');
    }
    if (item.items.some(isMerge)) {
      return refused('an entry of `images` uses a merge key (<<)');
    }
    if (textOf(pairOf(item, 'name')?.value) === name) {
      entries.push(item);
    }
  }
  const [entry, second] = entries;
  if (second) {
    return refused(`it has two entries for ${name}; the last would win`);
  }
  if (!entry) {
    return { found: 'list', root, list };
  }
  return isSharedEntry(entry)
    ? refused(`the entry for ${name} has an anchor or an alias`)
    : {
        found: 'entry',
        root,
        entry,
        place: ['images', list.items.indexOf(entry)],
        tagKey: 'newTag',
      };
}

function locateValue(root: YAMLMap, name: string): Located {
  const values = imageValues(root).filter(
    ({ repository }) => repository === name,
  );
  // A service may run the image of its own upkeep: its own comes first.
  const [value, second] =
    values.find(({ place }) => place.length === 1) === undefined
      ? values
      : values.filter(({ place }) => place.length === 1);
  if (second) {
    return refused(`it has two values for ${name}`);
  }
  if (!value) {
    return { found: 'noValue' };
  }
  const { entry, place } = value;
  if (entry.items.some(isMerge)) {
    return refused(`the value for ${name} uses a merge key (<<)`);
  }
  return isSharedEntry(entry)
    ? refused(`the value for ${name} has an anchor or an alias`)
    : { found: 'entry', root, entry, place, tagKey: 'tag' };
}

function isSharedEntry(entry: YAMLMap): boolean {
  return isShared(entry) || entry.items.some(({ value }) => isShared(value));
}

function refused(reason: string): Located {
  return { found: 'refused', reason };
}

function isShared(node: unknown): boolean {
  return (
    isAlias(node) ||
    ((isScalar(node) || isMap(node) || isSeq(node)) &&
      node.anchor !== undefined)
  );
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

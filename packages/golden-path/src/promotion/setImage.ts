import { fieldOf } from '../render/fields';
import { isEqual } from '../render/isEqual';
import { isObject } from '../render/Resource';
import { diffText } from './diffText';
import {
  type Located,
  locateImage,
  parseKustomization,
  problemOf,
} from './imageEntry';
import { pairOf, textOf } from './pairs';
import { rewriteImage } from './rewriteImage';
import {
  applySplices,
  type Fields,
  spliceEntry,
  spliceImages,
  spliceListItem,
  type Splices,
} from './splices';

/** Which version an image shall have. */
export interface ImageEdit {
  /** The image's name as the manifests have it; its `repository` in values. */
  readonly name: string;
  readonly newTag: string;
  /** Decides what is pulled. Left out, a digest that is there is emptied, since it would win over the tag. */
  readonly digest?: string;
}

/** What became of a kustomization's text. */
export type SetImageResult =
  /** Only the lines of the image differ, all other bytes are the same. */
  | {
      readonly outcome: 'edited';
      readonly text: string;
      /** Numbers of the lines of the new text that were changed or added. */
      readonly changedLines: readonly number[];
    }
  | { readonly outcome: 'unchanged' }
  /** It could only be written anew: same meaning, but comments and layout may have moved. */
  | { readonly outcome: 'reformatted'; readonly text: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Sets tag and digest of an image in a `kustomization.yaml` or in a file of Helm values, byte for byte: comments,
 * quotes, indents, line breaks and everything else stay as they are.
 *
 * Values are always written in double quotes, because an unquoted `1.10` is a number, which kustomize refuses and Helm
 * shortens. What comes out is read again and must mean the old file with just this change.
 *
 * @param source - text of the file
 */
export function setImage(source: string, edit: ImageEdit): SetImageResult {
  const located = locateImage(parseKustomization(source), edit.name);
  if (located.found === 'refused') {
    return { outcome: 'refused', reason: located.reason };
  }
  if (located.found === 'noValue') {
    const reason = `it has no image with the repository ${edit.name}`;
    return { outcome: 'refused', reason };
  }
  const change: Change = {
    name: edit.name,
    fields: fieldsOf(located, edit),
    place: placeOf(located),
  };
  const splices = splicesFor(source, located, change);
  switch (splices.way) {
    case 'refuse':
      return { outcome: 'refused', reason: splices.reason };
    case 'rewrite':
      return rewrite(source, change);
    case 'splice': {
      if (splices.splices.length === 0) {
        return { outcome: 'unchanged' };
      }
      const text = applySplices(source, splices.splices);
      return means(text, source, change)
        ? { outcome: 'edited', text, changedLines: changedLines(source, text) }
        : rewrite(source, change);
    }
  }
}

type Editable = Exclude<Located, { found: 'refused' | 'noValue' }>;

interface Change {
  readonly name: string;
  readonly fields: Fields;
  /** Keys and indexes on the way to the entry, or to the one behind the last. */
  readonly place: readonly (string | number)[];
}

/** What the entry shall say. Without a digest, one that is there is emptied. */
function fieldsOf(located: Editable, edit: ImageEdit): Fields {
  const there =
    located.found === 'entry'
      ? textOf(pairOf(located.entry, 'digest')?.value)
      : undefined;
  const digest = edit.digest ?? (there ? '' : undefined);
  const tagKey = located.found === 'entry' ? located.tagKey : 'newTag';
  const tag = [tagKey, edit.newTag] as const;
  return digest === undefined ? [tag] : [tag, ['digest', digest]];
}

function placeOf(located: Editable): readonly (string | number)[] {
  switch (located.found) {
    case 'entry':
      return located.place;
    case 'list':
      return ['images', located.list.items.length];
    case 'emptyList':
    case 'nothing':
      return ['images', 0];
  }
}

function splicesFor(
  source: string,
  located: Editable,
  { name, fields }: Change,
): Splices {
  const all: Fields = [['name', name], ...fields];
  switch (located.found) {
    case 'entry':
      return spliceEntry(source, located.entry, fields);
    case 'list':
      return spliceListItem(source, located.list, all);
    case 'nothing':
      return spliceImages(source, located.root, all);
    case 'emptyList':
      return { way: 'rewrite' };
  }
}

function rewrite(source: string, change: Change): SetImageResult {
  const text = rewriteImage(source, change.fields, change);
  return means(text, source, change)
    ? { outcome: 'reformatted', text }
    : {
        outcome: 'refused',
        reason: 'it cannot be edited without changing something else',
      };
}

/** Does the text mean what the source meant, with just this change. */
function means(text: string, source: string, change: Change): boolean {
  const after = meaningOf(text);
  const before = meaningOf(source);
  if (!isObject(after) || !isObject(before)) {
    return false;
  }
  return isEqual(after, changed(before, change.place, change));
}

/** A value in which the entry at a place says what it shall. */
function changed(
  value: unknown,
  [step, ...rest]: Change['place'],
  change: Change,
): unknown {
  if (step === undefined) {
    const entry = isObject(value) ? value : { name: change.name };
    return { ...entry, ...Object.fromEntries(change.fields) };
  }
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[step] = changed(list[step], rest, change);
    return list;
  }
  const map = isObject(value) ? value : {};
  return { ...map, [step]: changed(fieldOf(map, step), rest, change) };
}

function meaningOf(text: string): unknown {
  const document = parseKustomization(text);
  return problemOf(document) === undefined ? document.toJS() : undefined;
}

function changedLines(source: string, text: string): number[] {
  return diffText(source, text)
    .filter(({ kind }) => kind === 'added')
    .map(({ number }) => number);
}

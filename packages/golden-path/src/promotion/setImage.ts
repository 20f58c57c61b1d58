import { isEqual } from '../render/isEqual';
import { isObject } from '../render/Resource';
import { diffText } from './diffText';
import {
  type Located,
  locateImage,
  pairOf,
  parseKustomization,
  problemOf,
  textOf,
} from './imageEntry';
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
  /** The image's name as the manifests have it. */
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
 * Sets tag and digest of an image in a `kustomization.yaml`, byte for byte: comments, quotes, indents, line breaks and
 * everything else stay as they are.
 *
 * Values are always written in double quotes, because an unquoted `1.10` is a number that kustomize refuses. What comes
 * out is read again and must mean the old file with just this change.
 *
 * @param source - text of the file
 */
export function setImage(source: string, edit: ImageEdit): SetImageResult {
  const located = locateImage(parseKustomization(source), edit.name);
  if (located.found === 'refused') {
    return { outcome: 'refused', reason: located.reason };
  }
  const change: Change = {
    name: edit.name,
    fields: fieldsOf(located, edit),
    index: indexOf(located),
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

type Editable = Exclude<Located, { found: 'refused' }>;

interface Change {
  readonly name: string;
  readonly fields: Fields;
  /** Which entry of `images`, or the one behind the last. */
  readonly index: number;
}

/** What the entry shall say. Without a digest, one that is there is emptied. */
function fieldsOf(located: Editable, edit: ImageEdit): Fields {
  const there =
    located.found === 'entry'
      ? textOf(pairOf(located.entry, 'digest')?.value)
      : undefined;
  const digest = edit.digest ?? (there ? '' : undefined);
  const tag = ['newTag', edit.newTag] as const;
  return digest === undefined ? [tag] : [tag, ['digest', digest]];
}

function indexOf(located: Editable): number {
  switch (located.found) {
    case 'entry':
      return located.index;
    case 'list':
      return located.list.items.length;
    case 'emptyList':
    case 'nothing':
      return 0;
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
  const images = Array.isArray(before.images) ? [...before.images] : [];
  images[change.index] = {
    ...(images[change.index] ?? { name: change.name }),
    ...Object.fromEntries(change.fields),
  };
  return isEqual(after, { ...before, images });
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

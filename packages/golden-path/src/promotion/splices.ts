import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { pairOf } from './pairs';

/** Replace `[from, to)` of a text. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The splices of an edit, or that only a rewrite can make it, or that nobody should. */
export type Splices =
  | { readonly way: 'splice'; readonly splices: readonly Splice[] }
  | { readonly way: 'rewrite' }
  | { readonly way: 'refuse'; readonly reason: string };

const REWRITE: Splices = { way: 'rewrite' };

/** Fields of an image's entry with what they shall say, in the order in which they are added. */
export type Fields = readonly (readonly [key: string, value: string])[];

/** Gives the fields of an entry other values; adds those that it has not. */
export function spliceEntry(
  source: string,
  entry: YAMLMap,
  fields: Fields,
): Splices {
  const splices: Splice[] = [];
  const missing: [string, string][] = [];
  for (const [key, value] of fields) {
    const pair = pairOf(entry, key);
    if (!pair) {
      missing.push([key, value]);
    } else if (!says(pair.value, value)) {
      const splice = replaceScalar(source, pair.value, { key, value });
      if (!('from' in splice)) {
        return splice;
      }
      splices.push(splice);
    }
  }
  if (missing.length === 0) {
    return { way: 'splice', splices };
  }
  const added = addFields(source, entry, missing);
  return added ? { way: 'splice', splices: [...splices, added] } : REWRITE;
}

function says(node: unknown, value: string): boolean {
  return isScalar(node) && node.value === value;
}

function replaceScalar(
  source: string,
  node: unknown,
  { key, value }: { key: string; value: string },
): Splice | Splices {
  if (node === null) {
    return REWRITE;
  }
  if (!isScalar(node) || !node.range) {
    return { way: 'refuse', reason: `\`${key}\` is not text` };
  }
  const [from, to] = node.range;
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  if (isBlock || source.slice(from, to).includes('\n')) {
    return { way: 'refuse', reason: `\`${key}\` spans several lines` };
  }
  // Nothing after the colon: a splice would be glued to it.
  return from === to ? REWRITE : { from, to, text: JSON.stringify(value) };
}

/** What a new field of an entry is written behind: the first of these that is there. */
const BEFORE_NEW = ['newTag', 'tag', 'name', 'repository'];

/** Adds fields after the tag or the name: on lines of their own, or in the braces of a flow map. */
function addFields(
  source: string,
  entry: YAMLMap,
  missing: Fields,
): Splice | undefined {
  const [after] = BEFORE_NEW.flatMap(key => pairOf(entry, key) ?? []);
  const key = after?.key as Node | undefined;
  const value = after?.value as Scalar.Parsed | undefined;
  if (!key?.range || !value?.range || value.range[0] === value.range[1]) {
    return undefined;
  }
  const [, end] = value.range;
  const pairs = missing.map(
    ([name, text]) => `${name}: ${JSON.stringify(text)}`,
  );
  if (entry.flow) {
    return { from: end, to: end, text: `, ${pairs.join(', ')}` };
  }
  if (source.slice(value.range[0], end).includes('\n')) {
    return undefined;
  }
  const indent = ' '.repeat(key.range[0] - lineStart(source, key.range[0]));
  const at = lineEnd(source, end);
  const text = pairs.map(pair => `${eolOf(source)}${indent}${pair}`).join('');
  return { from: at, to: at, text };
}

/** Adds an entry below the last one of a list. */
export function spliceListItem(
  source: string,
  list: YAMLSeq,
  fields: Fields,
): Splices {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow || !last?.range) {
    return REWRITE;
  }
  const dash = source.lastIndexOf('-', last.range[0] - 1);
  const indent = source.slice(lineStart(source, dash), dash);
  if (dash < 0 || indent.trim() !== '') {
    return REWRITE;
  }
  return insertBlock(source, endOf(last), itemLines(fields, indent));
}

/** Adds `images:` with one entry at the end of the file. */
export function spliceImages(
  source: string,
  root: YAMLMap,
  fields: Fields,
): Splices {
  const key = root.items[0]?.key as Node | undefined;
  if (root.flow || !key?.range) {
    return REWRITE;
  }
  if (/^\.\.\.\s*$/m.test(source)) {
    return {
      way: 'refuse',
      reason:
        'it ends with `...`; what is added behind would be another document',
    };
  }
  const start = lineStart(source, key.range[0]);
  const indent = ' '.repeat(key.range[0] - start);
  return insertBlock(source, source.length, [
    `${indent}images:`,
    ...itemLines(fields, `${indent}  `),
  ]);
}

function itemLines(fields: Fields, indent: string): string[] {
  return fields.map(
    ([key, value], index) =>
      `${indent}${index === 0 ? '- ' : '  '}${key}: ${
        key === 'name' ? plainOrQuoted(value) : JSON.stringify(value)
      }`,
  );
}

/** Names of images need no quotes, but for odd ones. */
function plainOrQuoted(name: string): string {
  return /^[a-z][\w./-]*(:\d+\/[\w./-]+)?$/i.test(name) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/i.test(name)
    ? name
    : JSON.stringify(name);
}

/** Puts whole lines behind the line in which `offset` is. */
function insertBlock(
  source: string,
  offset: number,
  lines: readonly string[],
): Splices {
  const eol = eolOf(source);
  const isAtLineStart = offset > 0 && source[offset - 1] === '\n';
  const at = isAtLineStart ? offset : lineEnd(source, offset);
  const text = lines.join(eol);
  return {
    way: 'splice',
    splices: [
      {
        from: at,
        to: at,
        text: isAtLineStart ? `${text}${eol}` : `${eol}${text}`,
      },
    ],
  };
}

/** Where the last thing that is written in a node ends; a block of text ends behind its line break. */
function endOf(node: Node): number {
  if (isMap(node)) {
    const pair = node.items.at(-1);
    return node.flow || !pair
      ? node.range?.[1] ?? 0
      : endOf((pair.value ?? pair.key) as Node);
  }
  if (isSeq(node)) {
    const item = node.items.at(-1) as Node | undefined;
    return node.flow || !item ? node.range?.[1] ?? 0 : endOf(item);
  }
  return node.range?.[1] ?? 0;
}

function lineStart(source: string, offset: number): number {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  return source.charCodeAt(start) === 0xfeff ? start + 1 : start;
}

/** Offset of the line break, so behind a comment on the line. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  if (end < 0) {
    return source.length;
  }
  return source[end - 1] === '\r' ? end - 1 : end;
}

/** The file's own line break. */
export function eolOf(source: string): string {
  return /\r\n/.test(source) ? '\r\n' : '\n';
}

/** Applies splices that do not overlap. */
export function applySplices(
  source: string,
  splices: readonly Splice[],
): string {
  return [...splices]
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, text: put }) =>
        text.slice(0, from) + put + text.slice(to),
      source,
    );
}

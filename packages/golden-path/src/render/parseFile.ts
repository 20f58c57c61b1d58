import { isNode } from 'yaml';
import type { FileTree } from '../types';
import { setField } from './fields';
import { parseYaml } from './yamlDocuments';

type Dialect = Parameters<typeof parseYaml>[2];

interface Parsed {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Lives as long as the tree does: the overlays of a repository share their base, and each renders it anew. */
const parsedFiles = new WeakMap<FileTree, Map<string, Parsed>>();

/** Values of a file of the tree. Each call gets its own copy, because transformers change what they get. */
export function parseFile(
  files: FileTree,
  path: string,
  dialect: Dialect,
): unknown[] {
  return readFile(files, path, dialect).map(copy);
}

/** Values of a file of the tree, to be looked at only: the same ones for everybody. */
export function readFile(
  files: FileTree,
  path: string,
  dialect: Dialect,
): readonly unknown[] {
  const known = knownOf(files);
  const key = `${dialect} ${path}`;
  const text = files.get(path) ?? '';
  let parsed = known.get(key);
  // The tree may be a Map that somebody edits between two renders.
  if (parsed?.text !== text) {
    parsed = { text, values: parseYaml(text, path, dialect) };
    known.set(key, parsed);
  }
  return parsed.values;
}

/**
 * Notes what a file says that was written from values just now, so that nobody needs to read it again. Both dialects
 * read what is written here alike, which a test holds for any answers.
 */
export function rememberValues(
  files: FileTree,
  path: string,
  values: readonly unknown[],
): void {
  const known = knownOf(files);
  const parsed = { text: files.get(path) ?? '', values: values.map(written) };
  known.set(`manifest ${path}`, parsed);
  known.set(`json ${path}`, parsed);
}

function knownOf(files: FileTree): Map<string, Parsed> {
  let known = parsedFiles.get(files);
  if (known === undefined) {
    known = new Map();
    parsedFiles.set(files, known);
  }
  return known;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    setField(result, key, copy((value as Record<string, unknown>)[key]));
  }
  return result;
}

/** A value as it is read again: what is undefined is not written. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value ?? null;
  // Where its quotes matter, the writer has made a node of it.
  if (isNode(value)) return value.toJSON();
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) setField(result, key, written(field));
  }
  return result;
}

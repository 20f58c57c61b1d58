import type { FileTree } from '../types';
import { parseYaml } from './yamlDocuments';

type Dialect = Parameters<typeof parseYaml>[2];

interface Parsed {
  readonly text: string;
  readonly values: unknown[];
}

/** Lives as long as the tree does: the overlays of a repository share their base, and each renders it anew. */
const parsedFiles = new WeakMap<FileTree, Map<string, Parsed>>();

/** Values of a file of the tree. Each call gets its own copy, because transformers change what they get. */
export function parseFile(
  files: FileTree,
  path: string,
  dialect: Dialect,
): unknown[] {
  let known = parsedFiles.get(files);
  if (known === undefined) {
    known = new Map();
    parsedFiles.set(files, known);
  }
  const key = `${dialect} ${path}`;
  const text = files.get(path) ?? '';
  let parsed = known.get(key);
  // The tree may be a Map that somebody edits between two renders.
  if (parsed?.text !== text) {
    parsed = { text, values: parseYaml(text, path, dialect) };
    known.set(key, parsed);
  }
  return parsed.values.map(copy);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    result[key] = copy((value as Record<string, unknown>)[key]);
  }
  return result;
}

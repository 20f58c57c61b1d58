import {
  parseAllDocuments,
  type Document,
  type DocumentOptions,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
} from 'yaml';
import { RenderError } from './RenderError';

/** Integers that YAML 1.2 took out and Go's parser kept: `0777`, `0b11`, `1_000`. */
const oldInteger: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?(0[0-7_]+|0b[01_]+|[1-9][0-9]*_[0-9_]*)$/,
  resolve: text => {
    const digits = text.replaceAll('_', '').replace(/^[-+]/, '');
    const plain = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
    return text.startsWith('-') ? -Number(plain) : Number(plain);
  },
};

/** A day or a time in UTC becomes text again, with its time of day. */
const time: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}Z)?$/,
  resolve: text =>
    text.length === 10 ? `${text}T00:00:00Z` : text.replace('t', 'T'),
};

/**
 * How Go programs read a file, which is twice: manifests keep words like `on` as text, and what is turned into JSON
 * first (kustomizations, JSON patches) takes them for booleans.
 */
const DIALECTS: Readonly<
  Record<'manifest' | 'json', DocumentOptions & SchemaOptions>
> = {
  manifest: {
    version: '1.2',
    merge: true,
    customTags: (tags: Tags): Tags => [oldInteger, time, ...tags],
  },
  json: {
    version: '1.1',
    merge: true,
    customTags: (tags: Tags): Tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' ||
          (tag.format !== 'TIME' && tag.tag !== time.tag),
      ),
  },
};

const MOST_ALIASES = 100;

/** Values of all documents of a file, empty ones left out. */
export function parseYaml(
  text: string,
  path: string,
  dialect: 'manifest' | 'json',
): unknown[] {
  const documents = parseAllDocuments(text, {
    ...DIALECTS[dialect],
    logLevel: 'error',
  });
  if (!Array.isArray(documents)) {
    return [];
  }
  return documents
    .map(document => valueOf(document, path))
    .filter(value => value !== null && value !== undefined);
}

function valueOf(document: Document, path: string): unknown {
  const [error] = document.errors;
  if (error) {
    const [firstLine = ''] = error.message.split('\n');
    throw new RenderError(path, `is not YAML: ${firstLine.replace(/:$/, '')}`);
  }
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (cause) {
    // An alias of nothing, or aliases of aliases that grow beyond all bounds.
    throw new RenderError(path, `is not YAML: ${(cause as Error).message}`);
  }
}

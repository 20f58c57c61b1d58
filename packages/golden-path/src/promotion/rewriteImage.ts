import { isMap, isSeq, Scalar, type Document, type YAMLMap } from 'yaml';
import { parseKustomization } from './imageEntry';
import { eolOf, type Fields } from './splices';

/**
 * Writes the whole file anew with the fields of an image set: what is left when no splice can do it.
 *
 * @param at - which entry of `images`; one more than there are adds one
 */
export function rewriteImage(
  source: string,
  fields: Fields,
  at: { name: string; index: number },
): string {
  const document = parseKustomization(source);
  const entry = entryAt(document, at);
  for (const [key, value] of fields) {
    entry.set(key, quoted(value));
  }
  const text = document.toString({ lineWidth: 0 });
  const withEol = text.replaceAll('\n', eolOf(source));
  return source.startsWith('\uFEFF') && !withEol.startsWith('\uFEFF')
    ? `\uFEFF${withEol}`
    : withEol;
}

function entryAt(
  document: Document.Parsed,
  { name, index }: { name: string; index: number },
): YAMLMap {
  const list = document.get('images');
  if (!isSeq(list) || list.items.length === 0) {
    document.set('images', document.createNode([{ name }]));
    return entryAt(document, { name, index: 0 });
  }
  const entry = list.items[index];
  if (isMap(entry)) {
    return entry;
  }
  const added = document.createNode({ name }) as YAMLMap;
  list.add(added);
  return added;
}

function quoted(value: string): Scalar {
  const scalar = new Scalar(value);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

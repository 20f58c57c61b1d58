import { isMap, isSeq, Scalar, type Document, type YAMLMap } from 'yaml';
import { parseKustomization } from './imageEntry';
import { eolOf, type Fields } from './splices';

/**
 * Writes the whole file anew with the fields of an image set: what is left when no splice can do it.
 *
 * @param at - keys and indexes on the way to it; an index of one more than there are adds one
 */
export function rewriteImage(
  source: string,
  fields: Fields,
  at: { name: string; place: readonly (string | number)[] },
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
  { name, place }: { name: string; place: readonly (string | number)[] },
): YAMLMap {
  const known = document.getIn(place);
  if (isMap(known)) {
    return known;
  }
  const list = document.get('images');
  if (!isSeq(list) || list.items.length === 0) {
    document.set('images', document.createNode([{ name }]));
    return entryAt(document, { name, place: ['images', 0] });
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

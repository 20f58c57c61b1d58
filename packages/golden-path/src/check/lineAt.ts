import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';

/**
 * Line of a value in a YAML text, counted from 1; the line of its nearest parent where it is not there.
 *
 * @param steps - keys of maps; in a list an index, or the `name` of an item
 */
export function lineAt(text: string, steps: readonly string[]): number {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, logLevel: 'error' });
  const places = Array.isArray(documents)
    ? documents.map(({ contents }) => walk(contents, steps))
    : [];
  const deepest = places.reduce<Place>(
    (best, place) => (place.depth > best.depth ? place : best),
    { depth: -1, offset: 0 },
  );
  return lineCounter.linePos(deepest.offset).line;
}

/** Lines on which the documents of a text begin, with what each holds. */
export function documentLines(
  text: string,
): { readonly line: number; readonly value: unknown }[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, logLevel: 'error' });
  if (!Array.isArray(documents)) return [];
  return documents
    .filter(({ errors }) => errors.length === 0)
    .map(document => ({
      line: lineCounter.linePos(document.contents?.range?.[0] ?? 0).line,
      value: document.toJS({ maxAliasCount: 100 }) as unknown,
    }));
}

interface Place {
  /** How many of the steps were found. */
  readonly depth: number;
  readonly offset: number;
}

function walk(contents: Node | null, steps: readonly string[]): Place {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? 0;
  for (const [depth, step] of steps.entries()) {
    const next = stepInto(node, step);
    if (next === undefined) return { depth, offset };
    offset = next.offset ?? offset;
    node = next.node;
  }
  return { depth: steps.length, offset };
}

function stepInto(
  node: unknown,
  step: string,
): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === step,
    );
    return pair && { node: pair.value, offset: (pair.key as Node).range?.[0] };
  }
  if (isSeq(node)) {
    const item = /^\d+$/.test(step)
      ? node.items[Number(step)]
      : node.items.find(each => isMap(each) && each.get('name') === step);
    return item === undefined
      ? undefined
      : { node: item, offset: (item as Node).range?.[0] };
  }
  return undefined;
}

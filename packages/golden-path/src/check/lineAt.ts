import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import { listAt } from '../rules/fields';

/** A YAML text, read once, with where everything in it stands. */
export interface LinedText {
  /**
   * Line of a value, counted from 1; the line of its nearest parent where it is not there, and that of the first
   * mistake where the text is no YAML.
   *
   * @param steps - keys of maps; in a list an index, or the `name` of an item
   */
  lineAt(steps: readonly string[]): number;
  /** Objects of the text, those of a list one by one, with the lines on which they begin. */
  objects(): readonly { readonly line: number; readonly value: unknown }[];
}

/** Reads a YAML text for where things stand in it. */
export function linedText(text: string): LinedText {
  const lineCounter = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter, logLevel: 'error' });
  const documents = Array.isArray(parsed) ? parsed : [];
  const lineOf = (offset: number) => lineCounter.linePos(offset).line;
  const mistake = documents.flatMap(({ errors }) => errors)[0];
  return {
    lineAt: steps => {
      if (steps.length === 0 && !mistake) return 1;
      const deepest = documents
        .map(({ contents }) => walk(contents, steps))
        .reduce<Place>(
          (best, place) => (place.depth > best.depth ? place : best),
          { depth: -1, offset: 0 },
        );
      return deepest.depth <= 0 && mistake
        ? lineOf(Math.min(mistake.pos[0], text.trimEnd().length))
        : lineOf(deepest.offset);
    },
    objects: () =>
      documents
        .filter(({ errors }) => errors.length === 0)
        .flatMap(document => {
          const value = valueOf(document);
          const items = itemsOf(document.contents);
          const values = listAt(value, 'items');
          return items.length === 0
            ? [{ line: lineOf(document.contents?.range?.[0] ?? 0), value }]
            : items.map((item, index) => ({
                line: lineOf(item.range?.[0] ?? 0),
                value: values[index],
              }));
        }),
  };
}

/** Nothing where aliases name nothing, or too much: that is found when values are made, and told by who renders. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

/** What a list of objects holds. */
function itemsOf(contents: Node | null): Node[] {
  if (!isMap(contents) || !String(contents.get('kind')).endsWith('List')) {
    return [];
  }
  const items = contents.get('items');
  return isSeq(items) ? (items.items as Node[]) : [];
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

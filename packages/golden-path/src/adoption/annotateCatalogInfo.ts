import {
  type Document,
  isMap,
  isScalar,
  parseAllDocuments,
  YAMLMap,
} from 'yaml';
import { BRANCH_ANNOTATION } from '@baremetal/backstage-plugin-baremetal-common';
import { catalogEntities } from '../manifests/catalogInfo';
import { toYaml } from '../serialize';
import { deployedBranch } from '../spec/deployedBranch';
import type { ServiceSpec } from '../spec/serviceSpec';

/** What the service's pages need of its entry. About its documentation and its template others decide. */
const NOT_NEEDED = [
  'backstage.io/techdocs-ref',
  'backstage.io/template-version',
];

export type CatalogEdit =
  | { readonly outcome: 'edited'; readonly text: string }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'refused';
      /** What is wrong, and the way out. */
      readonly reason: string;
    };

/**
 * Adds what is missing to the entry of a service that has one: annotations, and nothing else. Comments, order and
 * everything that stands there stay as they are.
 *
 * @param text - `catalog-info.yaml` as it is
 */
export function annotateCatalogInfo(
  text: string,
  spec: ServiceSpec,
): CatalogEdit {
  const documents = parseAllDocuments(text);
  const broken = documents.find(({ errors }) => errors.length > 0);
  if (broken) {
    return refused(`it is not YAML: ${broken.errors[0]!.message}`);
  }
  const components = documents.filter(each => each.get('kind') === 'Component');
  const entry = components.find(
    each => each.getIn(['metadata', 'name']) === spec.name,
  );
  if (entry === undefined) {
    const names = components.map(each => each.getIn(['metadata', 'name']));
    return refused(
      names.length === 0
        ? `it holds no Component; add one with the name ${spec.name}`
        : `it holds no Component with the name ${
            spec.name
          }; name the service ${names.join(' or ')}, or add one`,
    );
  }
  const present = entry.getIn(['metadata', 'annotations']);
  if (present !== undefined && present !== null && !isMap(present)) {
    return refused('its annotations are not pairs of a key and a value');
  }
  const wanted = annotationsOf(spec);
  // An entry that names no branch means `main`, and need not say so.
  const said: Annotation[] = [
    ...wanted.filter(([key]) => key !== BRANCH_ANNOTATION),
    [BRANCH_ANNOTATION, deployedBranch(spec)],
  ];
  const others = said.filter(([key, value]) => {
    const there = entry.getIn(['metadata', 'annotations', key]);
    return there !== undefined && there !== value;
  });
  if (others.length > 0) {
    return refused(
      `${others
        .map(
          ([key, value]) =>
            `${key} is ${JSON.stringify(
              entry.getIn(['metadata', 'annotations', key]),
            )} and would have to be "${value}"`,
        )
        .join('; ')}. Change it there first, or the answers`,
    );
  }
  const missing = wanted.filter(
    ([key]) => !entry.hasIn(['metadata', 'annotations', key]),
  );
  if (missing.length === 0) return { outcome: 'unchanged' };
  const spliced = splice(text, entry, missing);
  return {
    outcome: 'edited',
    text:
      spliced !== undefined && says(spliced, { text, spec, missing })
        ? spliced
        : rewrite(documents, entry, missing),
  };
}

type Annotation = readonly [key: string, value: string];

function annotationsOf(spec: ServiceSpec): Annotation[] {
  const [component] = catalogEntities(spec);
  const { annotations } = component!.metadata as {
    annotations: Record<string, string>;
  };
  return Object.entries(annotations).filter(
    ([key]) => !NOT_NEEDED.includes(key),
  );
}

function refused(reason: string): CatalogEdit {
  return { outcome: 'refused', reason: `catalog-info.yaml: ${reason}` };
}

/** The lines written behind the last annotation, or behind the last line of the metadata when there is none yet. */
function splice(
  text: string,
  entry: Document.Parsed,
  missing: readonly Annotation[],
): string | undefined {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const metadata = entry.get('metadata');
  if (!isMap(metadata)) return undefined;
  const annotations = metadata.get('annotations');
  if (isMap(annotations) && annotations.items.length > 0) {
    return insert(text, annotations, { eol, lines: linesOf(missing) });
  }
  if (metadata.has('annotations')) return undefined;
  const lines = ['annotations:', ...linesOf(missing).map(line => `  ${line}`)];
  return insert(text, metadata, { eol, lines });
}

function linesOf(annotations: readonly Annotation[]): string[] {
  return annotations.map(([key, value]) => toYaml({ [key]: value }).trimEnd());
}

function insert(
  text: string,
  map: YAMLMap,
  { eol, lines }: { eol: string; lines: readonly string[] },
): string | undefined {
  const first = map.items[0]?.key;
  const last = map.items[map.items.length - 1];
  if (map.flow || !isScalar(first) || !first.range || !last) return undefined;
  const end = endOf(last.value ?? last.key);
  if (end === undefined) return undefined;
  const start = first.range[0];
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const next = text.indexOf(
    eol,
    text[end - 1] === '\n' ? end - eol.length : end,
  );
  const at = next === -1 ? text.length : next;
  return `${text.slice(0, at)}${lines
    .map(line => `${eol}${indent}${line}`)
    .join('')}${text.slice(at)}`;
}

function endOf(node: unknown): number | undefined {
  const { range } = (node ?? {}) as { range?: [number, number, number] };
  return range?.[1];
}

/** Whether a text says what the old one says, and the annotations beside it. */
function says(
  spliced: string,
  what: { text: string; spec: ServiceSpec; missing: readonly Annotation[] },
): boolean {
  const documents = parseAllDocuments(what.text);
  for (const each of documents) {
    if (
      each.get('kind') === 'Component' &&
      each.getIn(['metadata', 'name']) === what.spec.name
    ) {
      annotate(each, what.missing);
    }
  }
  const after = parseAllDocuments(spliced);
  return (
    after.every(({ errors }) => errors.length === 0) &&
    JSON.stringify(after.map(each => each.toJS())) ===
      JSON.stringify(documents.map(each => each.toJS()))
  );
}

/** For a text that is laid out in a way of its own: written anew, with its comments. */
function rewrite(
  documents: readonly Document.Parsed[],
  entry: Document.Parsed,
  missing: readonly Annotation[],
): string {
  annotate(entry, missing);
  return documents.map(each => each.toString({ lineWidth: 0 })).join('');
}

function annotate(entry: Document.Parsed, missing: readonly Annotation[]) {
  // A key without a value.
  if (entry.getIn(['metadata', 'annotations']) === null) {
    entry.deleteIn(['metadata', 'annotations']);
  }
  for (const [key, value] of missing) {
    entry.setIn(['metadata', 'annotations', key], value);
  }
}

import { resourcesOf } from '../../render/accumulate';
import { readFile } from '../../render/parseFile';
import { RenderError } from '../../render/RenderError';
import { isObject, type JsonObject, toManifest } from '../../render/Resource';
import { sortResources } from '../../render/sortResources';
import { parseYaml } from '../../render/yamlDocuments';
import type { FileTree, Manifest } from '../../types';
import { HELPERS, HELPERS_FILE } from '../chart/helpers';
import { checkSchema } from './checkSchema';
import { evaluate, type Release } from './evaluate';
import { mergeValues } from './mergeValues';
import { tokensOf } from './actions';

/** Which chart, and what is said to it. */
export interface ChartSource {
  /** Folder of the chart. */
  readonly chart: string;
  /** Files of values, below the repository's root; a later one wins. */
  readonly valueFiles: readonly string[];
  readonly namespace: string;
}

/**
 * Renders a chart as `helm template` does, in this process.
 *
 * A subset: values, conditions on them and the named templates of the golden path. Whatever lies outside of it is
 * refused with the word that only Helm can tell, never skipped.
 *
 * @throws {@link RenderError} with the file at fault and the reason
 */
export function renderChart(files: FileTree, source: ChartSource): Manifest[] {
  const { chart, namespace } = source;
  const about = chartOf(files, chart);
  const release: Release = {
    chart: String(about.name ?? ''),
    namespace,
    values: valuesOf(files, source),
    hasHelpers: files.has(`${chart}/templates/${HELPERS_FILE}`),
  };
  const resources = templatesOf(files, chart).flatMap(path =>
    resourcesOf(documentsOf(files, path, release), path),
  );
  return sortResources(resources, undefined).map(toManifest);
}

/** Most templates say the same in every environment. Lives as long as the tree does. */
const known = new WeakMap<FileTree, Map<string, readonly unknown[]>>();

function documentsOf(
  files: FileTree,
  path: string,
  release: Release,
): readonly unknown[] {
  const text = evaluateFile(files, path, release);
  const parsed = known.get(files) ?? new Map<string, readonly unknown[]>();
  known.set(files, parsed);
  const documents = parsed.get(text) ?? parseYaml(text, path, 'json');
  parsed.set(text, documents);
  return documents;
}

function chartOf(files: FileTree, chart: string): JsonObject {
  const path = `${chart}/Chart.yaml`;
  const about = readMap(files, path);
  if (about === undefined) throw new RenderError(path, 'is not there');
  const foreign = [...files.keys()].find(other =>
    ['charts/', 'crds/', '.helmignore'].some(part =>
      other.startsWith(`${chart}/${part}`),
    ),
  );
  if (about.dependencies !== undefined || foreign !== undefined) {
    throw new RenderError(
      foreign ?? path,
      'belongs to what only Helm can put together',
      true,
    );
  }
  return about;
}

function valuesOf(
  files: FileTree,
  { chart, valueFiles }: ChartSource,
): JsonObject {
  const given = valueFiles.map(path => {
    const values = files.has(path) ? readMap(files, path) ?? {} : undefined;
    if (values === undefined) throw new RenderError(path, 'is not there');
    return values;
  });
  const path = `${chart}/values.yaml`;
  const values = [readMap(files, path) ?? {}, ...given].reduce(mergeValues);
  const schema = `${chart}/values.schema.json`;
  if (files.has(schema)) {
    const at = { schema, values: valueFiles.at(-1) ?? path };
    checkSchema(values, readMap(files, schema), at);
  }
  return values;
}

/** Go reads them as it reads kustomizations: through JSON. */
function readMap(files: FileTree, path: string): JsonObject | undefined {
  const [value] = readFile(files, path, 'json');
  if (value !== undefined && !isObject(value)) {
    throw new RenderError(path, 'is no map');
  }
  return value;
}

function templatesOf(files: FileTree, chart: string): string[] {
  const folder = `${chart}/templates/`;
  const paths = [...files.keys()].filter(path => path.startsWith(folder));
  for (const path of paths.filter(isPartial)) {
    if (path !== `${folder}${HELPERS_FILE}` || files.get(path) !== HELPERS) {
      throw new RenderError(
        path,
        'has named templates that are not those of the golden path, so only Helm can tell what they say',
        true,
      );
    }
  }
  return paths
    .filter(path => !isPartial(path) && !path.endsWith('/NOTES.txt'))
    .sort();
}

function isPartial(path: string): boolean {
  return /(^|\/)_[^/]*$/.test(path);
}

function evaluateFile(files: FileTree, path: string, release: Release): string {
  const tokens = tokensOf(files.get(path) ?? '');
  if (tokens === undefined) {
    throw new RenderError(path, 'has an action that is not closed');
  }
  return evaluate(tokens, release, path);
}

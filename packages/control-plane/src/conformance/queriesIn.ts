import type { FileTree, Manifest } from '@baremetal/golden-path';
import { parseAllDocuments, stringify } from 'yaml';

/** What Prometheus is asked to read: texts of rule files, and queries alone. */
export interface Queries {
  readonly groups: readonly string[];
  readonly queries: readonly string[];
}

/** Every rule and query of a repository's manifests, with stand-ins where a reader would put values. */
export function queriesIn(files: FileTree): Queries {
  const groups: string[] = [];
  const queries: string[] = [];
  for (const [path, text] of files) {
    if (!/\.ya?ml$/.test(path) || path.startsWith('deploy/chart/')) continue;
    for (const document of parseAllDocuments(text, { version: '1.1' })) {
      const object: Manifest | undefined = document.toJS();
      if (object?.kind === 'PrometheusRule')
        groups.push(stringify(object.spec));
      else collect(object, queries);
    }
  }
  return { groups, queries: [...new Set(queries.map(filledIn))] };
}

/** The texts below any `query`, and in a dashboard, which stands as JSON in a ConfigMap, below any `expr`. */
function collect(value: unknown, into: string[], named = 'query'): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') collect(inner, into, named);
    else if (key.endsWith('.json')) collect(JSON.parse(inner), into, 'expr');
    else if (key === named) into.push(inner);
  }
}

/** Arguments of an analysis and variables of a dashboard, as somebody would fill them in. */
function filledIn(query: string): string {
  return query
    .replace(/\{\{\s*args\.[\w-]+\s*\}\}/g, 'x')
    .replaceAll('$__rate_interval', '5m')
    .replace(/\$\{?\w+\}?/g, 'x');
}

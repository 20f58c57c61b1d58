import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { renderChart, renderOverlay } from '@baremetal/golden-path';
import type { RunningGitHost } from '../git';
import type { ObjectDraft } from '../kube/objects';

/** What Argo CD needs of the Git host. */
export type RepositoryHost = Pick<
  RunningGitHost,
  'url' | 'head' | 'readTree' | 'onPush'
>;

export interface ApplicationSource {
  readonly repoURL: string;
  readonly path: string;
  readonly targetRevision?: string;
  readonly directory?: { readonly recurse?: boolean };
  /** Files of values, from the chart's folder on. */
  readonly helm?: { readonly valueFiles?: readonly string[] };
}

export interface RenderedSource {
  /** Commit. */
  readonly revision: string;
  readonly type: 'Kustomize' | 'Helm' | 'Directory';
  readonly objects: readonly ObjectDraft[];
}

type Rendered = Omit<RenderedSource, 'revision'>;
type Files = ReadonlyMap<string, string>;

/** Renders what lies in Git: again only when a file that matters has changed. */
export class SourceRenderer {
  readonly #rendered = new Map<string, RenderedSource>();
  readonly #byContent = new Map<string, Rendered>();

  constructor(private readonly host: RepositoryHost) {}

  /**
   * @param namespace - where it goes, which a chart is told
   * @throws Error - with the words that Argo CD shows as `ComparisonError`
   */
  async render(
    source: ApplicationSource,
    namespace: string,
  ): Promise<RenderedSource> {
    const { owner, name } = this.#repository(source.repoURL);
    const branch = (source.targetRevision ?? 'HEAD').replace(
      /^refs\/heads\//,
      '',
    );
    const revision = this.host.head(
      owner,
      name,
      branch === 'HEAD' ? undefined : branch,
    );
    if (revision === undefined) {
      throw new Error(
        `failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = unable to resolve '${branch}' to a commit SHA in ${source.repoURL}`,
      );
    }
    const key = `${owner}/${name} ${revision} ${source.path} ${valueFilesOf(
      source,
    ).join()} ${namespace}`;
    const known = this.#rendered.get(key);
    if (known) return known;
    const files = await this.host.readTree(owner, name, { ref: revision });
    const rendered = {
      revision,
      ...this.#renderOnce(files, source, namespace),
    };
    this.#rendered.set(key, rendered);
    return rendered;
  }

  #renderOnce(
    files: Files,
    source: ApplicationSource,
    namespace: string,
  ): Rendered {
    const [values] = valueFilesOf(source);
    // What is beside the folder of an environment is of other environments.
    const path = values ? posix.dirname(values) : source.path;
    const siblings = path.slice(0, path.lastIndexOf('/') + 1);
    const hash = createHash('sha256').update(`${path} ${namespace}`);
    for (const [name, text] of files) {
      const elsewhere =
        siblings !== '' &&
        name.startsWith(siblings) &&
        !name.startsWith(`${path}/`);
      if (!elsewhere) hash.update(`\0${name}\0${text}`);
    }
    const content = hash.digest('hex');
    const known =
      this.#byContent.get(content) ?? renderFiles(files, source, namespace);
    this.#byContent.set(content, known);
    return known;
  }

  #repository(url: string): { owner: string; name: string } {
    const [, owner, name] =
      /^\/([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(
        url.startsWith(this.host.url) ? url.slice(this.host.url.length) : '',
      ) ?? [];
    if (!owner || !name) throw new Error(`repository not accessible: ${url}`);
    return { owner, name };
  }
}

/** Paths below the repository's root. */
function valueFilesOf({ path, helm }: ApplicationSource): string[] {
  return (helm?.valueFiles ?? []).map(file => posix.join(path, file));
}

function renderFiles(
  files: Files,
  source: ApplicationSource,
  namespace: string,
): Rendered {
  const { path, directory } = source;
  if (files.has(`${path}/Chart.yaml`)) {
    const objects = renderChart(files, {
      chart: path,
      valueFiles: valueFilesOf(source),
      namespace,
    }) as readonly ObjectDraft[];
    return { type: 'Helm', objects };
  }
  if (!directory && files.has(`${path}/kustomization.yaml`)) {
    const objects = renderOverlay(files, path) as readonly ObjectDraft[];
    return { type: 'Kustomize', objects };
  }
  const inside = [...files].filter(
    ([name]) =>
      name.startsWith(`${path}/`) &&
      /\.(ya?ml|json)$/.test(name) &&
      (directory?.recurse || !name.slice(path.length + 1).includes('/')),
  );
  if (inside.length === 0) {
    throw new Error(`${path}: app path does not exist`);
  }
  return {
    type: 'Directory',
    objects: inside.flatMap(([, text]) => documentsOf(text)),
  };
}

function documentsOf(text: string): ObjectDraft[] {
  return parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(value => value?.kind !== undefined);
}

/** A host that need not be asked for trees that were just committed. */
export function rememberTrees(host: RepositoryHost): {
  readonly host: RepositoryHost;
  remember(commit: string, files: ReadonlyMap<string, string>): void;
} {
  const trees = new Map<string, ReadonlyMap<string, string>>();
  return {
    host: {
      url: host.url,
      head: (...args) => host.head(...args),
      onPush: listener => host.onPush(listener),
      readTree: async (owner, name, at) =>
        trees.get(at.ref) ?? host.readTree(owner, name, at),
    },
    remember: (commit, files) => trees.set(commit, files),
  };
}

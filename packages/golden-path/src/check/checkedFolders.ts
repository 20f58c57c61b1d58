import { at } from '../rules/kube';
import type { Subject } from '../rules/rule';
import { KUSTOMIZATION } from '../rules/kustomize/kustomizations';
import type { FileTree } from '../types';
import { pathsNamedIn } from './overlayFiles';

/** A folder whose objects are deployed together: by kustomize, or file by file. */
export type CheckedFolder =
  | { readonly kind: 'overlay'; readonly folder: string }
  | {
      readonly kind: 'plain';
      readonly folder: string;
      readonly files: readonly string[];
    };

const MANIFEST_FILE = /\.(ya?ml|json)$/;

/** Keys of an object, in YAML or in JSON. Cheaper than reading every file of a repository as YAML. */
const HAS_VERSION = /(^|[{,])\s*"?apiVersion"?\s*:/m;
const HAS_KIND = /(^|[{,])\s*"?kind"?\s*:/m;

/** What configures tools, and is not for a cluster. */
const NOT_FOR_CLUSTERS =
  /"?apiVersion"?:\s*["']?(backstage\.io|scaffolder\.backstage\.io|kustomize\.config\.k8s\.io|baremetal\.dev|kind\.x-k8s\.io|kubeadm\.k8s\.io)\//m;

/**
 * Where the manifests of a repository lie that somebody else has laid out.
 *
 * A kustomization that another one builds on is judged through that one, where its patches have been applied. Files in
 * or below a kustomization's folder belong to it: kustomize reads no others.
 */
export function checkedFolders(
  subject: Pick<Subject, 'files' | 'documents'>,
): CheckedFolder[] {
  const kustomizations = new Map<string, readonly string[]>();
  const components = new Set<string>();
  for (const path of subject.files.keys()) {
    if (!KUSTOMIZATION.test(path)) continue;
    const folder = folderOf(path);
    // One that cannot be read builds on nothing, and is told of when it is rendered.
    const [value] = subject.documents(path);
    kustomizations.set(folder, pathsNamedIn(value, folder));
    if (at(value, 'kind') === 'Component') components.add(folder);
  }
  return [
    ...topmost(kustomizations)
      .filter(folder => !components.has(folder))
      .map(folder => ({ kind: 'overlay' as const, folder })),
    ...plainFolders(subject.files, [...kustomizations.keys()]),
  ].sort((a, b) => (a.folder < b.folder ? -1 : Number(a.folder > b.folder)));
}

/** Folders of charts, whose files are templates: nothing can be said of them before Helm has filled them in. */
export function chartFolders(files: FileTree): string[] {
  return [...files.keys()]
    .filter(path => /(^|\/)Chart\.yaml$/.test(path))
    .map(folderOf);
}

/** Folders that no other builds on; of a circle, the one that comes first. */
function topmost(uses: ReadonlyMap<string, readonly string[]>): string[] {
  const used = new Set([...uses.values()].flat());
  const reached = new Set<string>();
  const reach = (folder: string) => {
    if (reached.has(folder)) return;
    reached.add(folder);
    uses.get(folder)?.forEach(reach);
  };
  const top = [...uses.keys()].filter(folder => !used.has(folder));
  top.forEach(reach);
  for (const folder of uses.keys()) {
    if (reached.has(folder)) continue;
    top.push(folder);
    reach(folder);
  }
  return top;
}

function plainFolders(
  files: FileTree,
  kustomized: readonly string[],
): CheckedFolder[] {
  const owned = [...kustomized, ...chartFolders(files)];
  const byFolder = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (
      !MANIFEST_FILE.test(path) ||
      !looksLikeManifest(text) ||
      owned.some(folder => isBelow(path, folder))
    ) {
      continue;
    }
    const folder = folderOf(path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return [...byFolder].map(([folder, paths]) => ({
    kind: 'plain',
    folder,
    files: paths.sort(),
  }));
}

function looksLikeManifest(text: string): boolean {
  return (
    HAS_VERSION.test(text) &&
    HAS_KIND.test(text) &&
    !NOT_FOR_CLUSTERS.test(text)
  );
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

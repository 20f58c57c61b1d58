import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { LOCK_FILE, OVERLAYS } from '../constants';
import { valuesFileOf } from '../packaging/places';
import { at } from '../rules/kube';
import { KUSTOMIZATION } from '../rules/kustomize/kustomizations';
import type { Subject } from '../rules/rule';
import type { FileTree } from '../types';
import type { CheckedFolder } from './checkedFolders';
import { type LinedText, linedText } from './lineAt';
import { filesOfOverlay, kustomizationOf } from './overlayFiles';

/** Where in the repository a finding is to be mended. */
export interface Location {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is known of where things lie. */
export interface Places extends Pick<Subject, 'files' | 'documents'> {
  readonly folders: ReadonlyMap<string, CheckedFolder>;
}

/**
 * The file and line that a finding speaks of: the file that it names, the folder of its environment, or the answer in
 * the lock file.
 */
export function locate(finding: Finding, places: Places): Location {
  const { files, folders } = places;
  const [path = '', pointer] = finding.path.split('#');
  if (files.has(path)) {
    return { file: path, line: lineOf(files, path, stepsOf(pointer)) };
  }
  const overlay = environmentIn(path, folders);
  // Answers are kept where the golden path has made the repository.
  if (overlay === undefined && files.has(LOCK_FILE)) {
    const steps = ['spec', ...path.split('.').filter(step => step !== '')];
    return { file: LOCK_FILE, line: lineOf(files, LOCK_FILE, steps) };
  }
  const environment = overlay ?? finding.environments?.[0];
  const folder = folders.get(environment ?? '') ?? [...folders.values()][0];
  return folder === undefined
    ? { file: path || '.', line: 1 }
    : inFolder(finding, folder, places);
}

/** Rules name an overlay by where the golden path would put it. */
function environmentIn(
  path: string,
  folders: Places['folders'],
): string | undefined {
  return [...folders.keys()].find(name =>
    `${path}/`.startsWith(`${OVERLAYS}/${name}/`),
  );
}

function inFolder(
  { message }: Finding,
  checked: CheckedFolder,
  places: Places,
): Location {
  return (
    objectNamedIn(message, namedObjectsOf(checked, places)) ??
    placeOfFolder(checked, places.files)
  );
}

/** Where what is about the folder as a whole is mended. */
export function placeOfFolder(
  checked: CheckedFolder,
  files: FileTree,
): Location {
  return { file: fileOf(checked, files), line: 1 };
}

function fileOf(checked: CheckedFolder, files: FileTree): string {
  const { folder } = checked;
  switch (checked.kind) {
    case 'overlay':
      return (
        kustomizationOf(files, folder) ??
        valuesOf(files, folder) ??
        anyKustomizationOf(files, folder) ??
        folder
      );
    case 'plain':
      return checked.files[0] ?? folder;
  }
}

interface NamedObject extends Location {
  readonly kind: string;
  readonly name: string;
}

/** Findings name objects as `kubectl` does, by kind and name; claims and budgets by their name alone. */
function objectNamedIn(
  message: string,
  objects: ReadonlyMap<string, readonly NamedObject[]>,
): Location | undefined {
  const words = new Set(message.split(/[\s,;:()"]+/));
  const named = [...words].flatMap(word => objects.get(word) ?? []);
  const best =
    named.find(({ kind, name }) => message.includes(`${kind} ${name}`)) ??
    (named.length === 1 ? named[0] : undefined);
  return best && { file: best.file, line: best.line };
}

/** A folder may hold thousands of objects, and each of them may be found fault with. */
const namedObjects = new WeakMap<
  CheckedFolder,
  ReadonlyMap<string, readonly NamedObject[]>
>();

function namedObjectsOf(
  checked: CheckedFolder,
  places: Places,
): ReadonlyMap<string, readonly NamedObject[]> {
  const known = namedObjects.get(checked);
  if (known) return known;
  const paths =
    checked.kind === 'plain'
      ? checked.files
      : filesOfOverlay(places, checked.folder);
  const byName = new Map<string, NamedObject[]>();
  for (const file of paths) {
    for (const { line, value } of linedFile(places.files, file).objects()) {
      const kind = String(at(value, 'kind'));
      const name = String(at(value, 'metadata', 'name'));
      const same = byName.get(name) ?? [];
      same.push({ file, line, kind, name });
      byName.set(name, same);
    }
  }
  namedObjects.set(checked, byName);
  return byName;
}

/** The first of several, which kustomize refuses. */
function anyKustomizationOf(
  files: FileTree,
  folder: string,
): string | undefined {
  return [...files.keys()].find(
    path =>
      KUSTOMIZATION.test(path) &&
      path.slice(0, Math.max(0, path.lastIndexOf('/'))) === folder,
  );
}

function valuesOf(files: FileTree, folder: string): string | undefined {
  const path = valuesFileOf(folder);
  return files.has(path) ? path : undefined;
}

function lineOf(
  files: FileTree,
  path: string,
  steps: readonly string[],
): number {
  return linedFile(files, path).lineAt(steps);
}

/** Lives as long as the tree does: every finding about a file asks for a line of it. */
const linedFiles = new WeakMap<
  FileTree,
  Map<string, { readonly text: string; readonly lined: LinedText }>
>();

function linedFile(files: FileTree, path: string): LinedText {
  const known = linedFiles.get(files) ?? new Map();
  linedFiles.set(files, known);
  const text = files.get(path) ?? '';
  // The tree may be a Map that somebody edits between two looks.
  if (known.get(path)?.text !== text) {
    known.set(path, { text, lined: linedText(text) });
  }
  return known.get(path).lined;
}

/** Steps of a JSON pointer. */
function stepsOf(pointer: string | undefined): string[] {
  return (pointer ?? '')
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

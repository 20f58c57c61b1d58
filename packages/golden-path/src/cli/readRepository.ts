import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SkippedPath } from '../check/checkRepository';
import { KUSTOMIZATION } from '../rules/kustomize/kustomizations';
import type { FileTree } from '../types';
import { CheckError } from './CheckError';

/** Manifests are small; what is larger is data that happens to lie there. */
const MOST_BYTES = 1024 * 1024;
const MOST_FILES = 20_000;

/** Other people's code and what was built: nothing in there is deployed from this repository. */
const PASSED_BY = ['.git', 'node_modules', 'vendor'];

/** Who must approve is in none of the manifests, and what a chart is made of not only in YAML. */
const ALWAYS_READ = /\.(ya?ml|json|tpl)$|(^|\/)(CODEOWNERS|\.helmignore)$/;

export interface ReadRepository {
  readonly files: FileTree;
  readonly skipped: readonly SkippedPath[];
}

/**
 * Reads what can matter to the check: YAML, JSON, templates and code owners wherever they lie, and everything in or below
 * the folder of a kustomization, which may name any file there.
 *
 * @throws CheckError - when the folder cannot be read
 */
export async function readRepository(dir: string): Promise<ReadRepository> {
  const root = await realFolder(dir);
  const skipped: SkippedPath[] = [];
  const paths = await listFiles(root, skipped);
  const kustomized = paths
    .filter(path => KUSTOMIZATION.test(path))
    .map(path => path.slice(0, path.lastIndexOf('/') + 1));
  const files = new Map<string, string>();
  for (const path of paths) {
    if (
      !ALWAYS_READ.test(path) &&
      !kustomized.some(folder => path.startsWith(folder))
    ) {
      continue;
    }
    const text = await readText(join(root, path));
    if (text.ok) files.set(path, text.text);
    else skipped.push({ path, reason: text.reason });
  }
  return { files, skipped };
}

async function realFolder(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new CheckError(`${dir} cannot be read: ${(cause as Error).message}.`);
  }
  throw new CheckError(`${dir} is a file; name the folder of a repository.`);
}

/** Paths below the root, with slashes, in one order everywhere. */
async function listFiles(
  root: string,
  skipped: SkippedPath[],
): Promise<string[]> {
  const paths: string[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join('/');
      if (entry.isDirectory()) {
        if (!PASSED_BY.includes(entry.name)) folders.push(full);
      } else if (entry.isFile()) {
        paths.push(path);
      } else if (entry.isSymbolicLink()) {
        const reason = await whyNotFollowed(full, root);
        if (reason === undefined) paths.push(path);
        else skipped.push({ path, reason });
      }
    }
    if (paths.length > MOST_FILES) {
      throw new CheckError(
        `${root} holds more than ${MOST_FILES} files; name the folder with the manifests.`,
      );
    }
  }
  return paths.sort();
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new CheckError(
      `${folder} cannot be read: ${(cause as Error).message}.`,
    );
  }
}

/** A link may name a file of the repository; it must neither lead round in circles nor out to other people's files. */
async function whyNotFollowed(
  link: string,
  root: string,
): Promise<string | undefined> {
  try {
    const target = await realpath(link);
    if (!`${target}${sep}`.startsWith(`${root}${sep}`)) {
      return 'it is a link out of the repository';
    }
    return (await stat(target)).isFile()
      ? undefined
      : 'it is a link to a folder';
  } catch {
    return 'it is a link to nothing';
  }
}

async function readText(
  path: string,
): Promise<
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string }
> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      return {
        ok: false,
        reason: `it has ${size} bytes, which is no manifest`,
      };
    }
    const bytes = await readFile(path);
    return bytes.includes(0)
      ? { ok: false, reason: 'it is not text' }
      : { ok: true, text: bytes.toString('utf8') };
  } catch (cause) {
    return {
      ok: false,
      reason: `it cannot be read (${(cause as Error).message})`,
    };
  }
}

import { RenderError } from './RenderError';

/** Joins and normalises; the root is the empty path. */
export function joinPath(dir: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${dir}/${relative}`.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        throw new RenderError(dir, `"${relative}" leads out of the repository`);
      }
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/**
 * Path of a file that a kustomization names.
 *
 * @remarks kustomize reads files in or below the kustomization's own folder only; folders may lie anywhere.
 */
export function fileBelow(dir: string, relative: string): string {
  const path = joinPath(dir, relative);
  if (dir !== '' && !path.startsWith(`${dir}/`)) {
    throw new RenderError(
      dir,
      `"${relative}" is a file outside of this folder; kustomize refuses it ("not in or below")`,
    );
  }
  return path;
}

/** Is it an address instead of a path. */
export function isRemote(path: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(path) ||
    /^git@|^github\.com\/|[?&]ref=/.test(path)
  );
}

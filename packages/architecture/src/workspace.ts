import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSource, type SourceFile } from './parseSource';
import type { Page } from './rules/links';

/** A package of this repository. */
export interface WorkspacePackage {
  /** For example `plugins/baremetal-common`. */
  readonly folder: string;
  /** What its users need to run it, by npm name. */
  readonly dependencies: readonly string[];
  readonly hasReadme: boolean;
}

/**
 * Every package of the workspace.
 *
 * @param root - the repository
 */
export function readPackages(root: string): WorkspacePackage[] {
  return paths(root, '{packages,plugins}/*/package.json').map(path => {
    const folder = path.replace(/\/package\.json$/, '');
    const { dependencies = {} } = JSON.parse(readText(root, path)) as {
      dependencies?: Record<string, string>;
    };
    return {
      folder,
      dependencies: Object.keys(dependencies),
      hasReadme:
        existsSync(join(root, folder, 'README.md')) &&
        readText(root, `${folder}/README.md`).trim() !== '',
    };
  });
}

/**
 * Every TypeScript file of the workspace, parsed.
 *
 * @param root - the repository
 */
export function readSources(root: string): SourceFile[] {
  return paths(root, '{packages,plugins}/*/{src,dev,e2e}/**/*.{ts,tsx}').map(
    path => parseSource(path, readText(root, path)),
  );
}

/** Every Markdown file that people read; not what templates are made of. */
export function readPages(root: string): Page[] {
  return paths(root, '{*.md,docs/**/*.md,{packages,plugins}/*/*.md}').map(
    path => ({ path, text: readText(root, path) }),
  );
}

function paths(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map(path => path.split(sep).join('/'))
    .sort();
}

/** A file's text. */
export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

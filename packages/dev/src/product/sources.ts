import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of the repository's root that decide what a bundler makes of the packages. */
const SHARED = [
  'app-config.yaml',
  'backstage.json',
  'package.json',
  'tsconfig.json',
  'yarn.lock',
];

/** Folders of a package that others write into. */
const DERIVED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * One word for everything that a package is built from: its files, those of our packages that it depends on, directly
 * or not, and what the root says about versions and configuration. Another file, name or byte gives another word.
 */
export function hashSources(root: string, packageName: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root, packageName)) {
    const bytes = readFileSync(join(root, file));
    // With its length, so that no two lists of files read as the same bytes.
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 24);
}

function sourceFiles(root: string, packageName: string): readonly string[] {
  const here = new Set(readdirSync(root));
  return [
    ...SHARED.filter(file => here.has(file)),
    ...packageFolders(root, packageName).flatMap(folder =>
      filesUnder(root, folder),
    ),
  ].sort();
}

/** The folders of a package and of our packages that it depends on. */
function packageFolders(root: string, packageName: string): readonly string[] {
  const folders = ourPackages(root);
  const needed = new Set<string>();
  const need = (name: string) => {
    const our = folders.get(name);
    if (our === undefined || needed.has(our.folder)) return;
    needed.add(our.folder);
    Object.keys(our.manifest.dependencies ?? {}).forEach(need);
  };
  need(packageName);
  if (needed.size === 0) {
    throw new Error(`There is no package "${packageName}" in ${root}.`);
  }
  return [...needed];
}

function ourPackages(
  root: string,
): ReadonlyMap<string, { folder: string; manifest: Manifest }> {
  const found = ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${group}/${entry.name}`),
  );
  return new Map(
    found.flatMap(folder => {
      const manifest = readManifest(join(root, folder, 'package.json'));
      return manifest ? [[manifest.name, { folder, manifest }] as const] : [];
    }),
  );
}

function readManifest(path: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A folder that a branch left behind holds no package.
    return undefined;
  }
}

function filesUnder(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(
    entry => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return DERIVED.has(entry.name) ? [] : filesUnder(root, path);
      }
      return entry.isFile() ? [path] : [];
    },
  );
}

import type { WorkspacePackage } from '../workspace';
import { PURE_MAY_IMPORT } from './imports';

/** A newcomer finds out what a package is without reading its code. */
export function withoutReadme(packages: readonly WorkspacePackage[]): string[] {
  return packages
    .filter(({ hasReadme }) => !hasReadme)
    .map(({ folder }) => `${folder} has no README.md`);
}

/** Whoever installs a pure package gets nothing with it that it may not import. */
export function againstPureDependencies(
  packages: readonly WorkspacePackage[],
): string[] {
  return packages.flatMap(({ folder, dependencies }) => {
    const allowed = PURE_MAY_IMPORT[folder]?.map(withoutSubpath);
    if (allowed === undefined) return [];
    return dependencies
      .filter(name => !name.startsWith('@baremetal/'))
      .filter(name => !allowed.includes(name))
      .map(
        name =>
          `${folder}/package.json depends on ${name}: it may import ${allowed.join(
            ', ',
          )}`,
      );
  });
}

function withoutSubpath(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

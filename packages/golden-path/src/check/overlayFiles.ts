import { findKustomization } from '../render/kustomization';
import { joinPath } from '../render/paths';
import { RenderError } from '../render/RenderError';
import { listAt } from '../rules/kube';
import type { Subject } from '../rules/rule';

type Source = Pick<Subject, 'files' | 'documents'>;

/** Paths of files and folders that a kustomization takes objects from, as far as they are in the repository. */
export function pathsNamedIn(kustomization: unknown, folder: string): string[] {
  return ['resources', 'components', 'bases']
    .flatMap(field => listAt(kustomization, field))
    .flatMap(entry => {
      try {
        return [joinPath(folder, String(entry))];
      } catch (error) {
        // Leads out of the repository; rendering says so.
        if (error instanceof RenderError) return [];
        throw error;
      }
    });
}

/** The kustomization of a folder; `undefined` when there is none, or several, which is what a finding says. */
export function kustomizationOf(
  files: Source['files'],
  folder: string,
): string | undefined {
  try {
    return findKustomization(files, folder);
  } catch (error) {
    if (error instanceof RenderError) return undefined;
    throw error;
  }
}

/** Files that an overlay's objects come from, its own and those of what it builds on. */
export function filesOfOverlay(source: Source, overlay: string): string[] {
  const found = new Set<string>();
  const reach = (place: string) => {
    if (found.has(place)) return;
    found.add(place);
    const path = kustomizationOf(source.files, place);
    if (path === undefined) return;
    pathsNamedIn(source.documents(path)[0], place).forEach(reach);
  };
  reach(overlay);
  return [...found].filter(place => source.files.has(place));
}

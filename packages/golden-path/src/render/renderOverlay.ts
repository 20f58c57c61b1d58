import type { FileTree, Manifest } from '../types';
import { accumulate } from './accumulate';
import { contentHash } from './contentHash';
import { readKustomization } from './kustomization';
import { updateNameReferences } from './nameReferences';
import { joinPath } from './paths';
import { metadataOf, nameOf, rememberId, toManifest } from './Resource';
import { sortResources } from './sortResources';

/**
 * Renders an overlay as `kustomize build` (5.8) does, in this process.
 *
 * A subset: resources, components, configurations, generators with hashes, patches, namespace, labels, annotations,
 * replicas and images. Whatever lies outside of it is refused, never skipped.
 *
 * @param files - the repository
 * @param dir - the overlay's folder below its root
 * @throws {@link RenderError} with the file at fault and the reason
 */
export function renderOverlay(files: FileTree, dir: string): Manifest[] {
  const { resources, config } = accumulate(files, dir);
  for (const resource of resources) {
    if (resource.hashed) {
      const { object } = resource;
      rememberId(resource);
      metadataOf(object).name = `${nameOf(object)}-${contentHash(object)}`;
    }
  }
  updateNameReferences(resources, config.nameReference);
  const { kustomization } = readKustomization(files, joinPath('', dir));
  return sortResources(resources, kustomization.sortOptions)
    .filter(({ object }) => !isLocal(metadataOf(object).annotations))
    .map(toManifest);
}

/** Objects that configure tools, and are not for the cluster. */
function isLocal(annotations: unknown): boolean {
  return (
    (annotations as Record<string, unknown> | undefined)?.[
      'config.kubernetes.io/local-config'
    ] === 'true'
  );
}

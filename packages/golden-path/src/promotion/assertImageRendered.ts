import { type ImageName, joinImage, splitImage } from '../render/imageName';
import { findKustomization } from '../render/kustomization';
import { isObject } from '../render/Resource';
import { valuesFileOf } from '../packaging/places';
import { renderEnvironment } from '../packaging/renderEnvironment';
import type { FileTree, Manifest } from '../types';
import { readImage } from './readImage';

/** Whether an edit of an overlay reaches the pods. */
export type ImageRendered =
  | {
      readonly outcome: 'effective';
      /** Workloads that will run it, as `Rollout checkout`. */
      readonly workloads: readonly string[];
    }
  /** The overlay renders, and no container runs the image with this tag and digest. */
  | { readonly outcome: 'noEffect'; readonly reason: string }
  | { readonly outcome: 'broken'; readonly reason: string };

/**
 * Renders an overlay, or a chart with the values in its place, and looks whether its workloads run an image at the wanted version.
 *
 * @remarks kustomize says nothing when `images[].name` matches no container, nor Helm when no template uses a value: a
 * promotion would be merged and nothing would happen.
 */
export function assertImageRendered(
  files: FileTree,
  overlayDir: string,
  image: { name: string; newTag: string; digest?: string },
): ImageRendered {
  let objects: readonly Manifest[];
  try {
    // Where it is deployed says nothing about its images.
    objects = renderEnvironment(files, overlayDir, 'default');
  } catch (error) {
    if (error instanceof Error && error.name === 'RenderError') {
      return { outcome: 'broken', reason: error.message };
    }
    throw error;
  }
  const expected = {
    name: renamed(files, overlayDir, image.name),
    tag: image.newTag,
    digest: image.digest ?? '',
  };
  const running = objects
    .map(object => ({ object, images: imagesOf(object) }))
    .filter(({ images }) => images.length > 0);
  const workloads = running
    .filter(({ images }) => images.includes(joinImage(expected)))
    .map(({ object }) => `${object.kind} ${object.metadata.name}`);
  return workloads.length > 0
    ? { outcome: 'effective', workloads }
    : { outcome: 'noEffect', reason: whyNot(expected, running) };
}

/** The name under which the overlay lets the image run. */
function renamed(files: FileTree, dir: string, name: string): string {
  const path = findKustomization(files, dir) ?? valuesFileOf(dir);
  const read = readImage(files.get(path) ?? '', name);
  return (read.outcome === 'read' && read.image.newName) || name;
}

function whyNot(
  expected: ImageName,
  running: readonly { object: Manifest; images: readonly string[] }[],
): string {
  const all = [...new Set(running.flatMap(({ images }) => images))];
  const others = all.filter(text => splitImage(text).name === expected.name);
  if (others.length > 0) {
    return `the containers still run ${others.join(' and ')}`;
  }
  return all.length === 0
    ? 'the overlay has no containers'
    : `no container runs ${expected.name}; they run ${all.join(', ')}`;
}

/** Images of all containers in an object, wherever its pods are described. */
function imagesOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(imagesOf);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(containers|initContainers)$/.test(key) && Array.isArray(inner)
      ? inner.flatMap(container =>
          isObject(container) && typeof container.image === 'string'
            ? [container.image]
            : [],
        )
      : imagesOf(inner),
  );
}

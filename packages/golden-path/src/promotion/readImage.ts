import { isMap, isSeq } from 'yaml';
import { locateImage, parseKustomization } from './imageEntry';
import { holdsValues, imageValues } from './imageValues';
import { pairOf, textOf } from './pairs';

/** What an overlay says about an image; a field that it does not say is absent. */
export interface OverlayImage {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

/** Answer of {@link readImage}. */
export type ReadImageResult =
  | { readonly outcome: 'read'; readonly image: OverlayImage }
  /** The file is fine and does not name this image. */
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Reads which version of an image a `kustomization.yaml` or a file of Helm values asks for, as it is written there.
 *
 * @param source - text of the file
 * @param name - the image's name in the manifests, its `repository` in values
 */
export function readImage(source: string, name: string): ReadImageResult {
  const located = locateImage(parseKustomization(source), name);
  switch (located.found) {
    case 'refused':
      return { outcome: 'refused', reason: located.reason };
    case 'entry': {
      const said = (
        field: 'newName' | 'newTag' | 'digest',
        key: string = field,
      ) => {
        const text = textOf(pairOf(located.entry, key)?.value);
        return text ? { [field]: text } : {};
      };
      return {
        outcome: 'read',
        image: {
          name,
          ...said('newName'),
          ...said('newTag', located.tagKey),
          ...said('digest'),
        },
      };
    }
    case 'list':
    case 'emptyList':
    case 'nothing':
    case 'noValue':
      return { outcome: 'absent' };
  }
}

/**
 * Names of all images that a `kustomization.yaml` or a file of Helm values sets, in its order.
 *
 * @remarks A file that cannot be read sets none.
 */
export function listImageNames(source: string): string[] {
  const { contents: root, errors } = parseKustomization(source);
  if (!isMap(root) || errors.length > 0) return [];
  if (holdsValues(root)) {
    return [...new Set(imageValues(root).map(({ repository }) => repository))];
  }
  const images = pairOf(root, 'images')?.value;
  return isSeq(images)
    ? images.items.flatMap(item => {
        const name = isMap(item) && textOf(pairOf(item, 'name')?.value);
        return name ? [name] : [];
      })
    : [];
}

import type {
  Candidate,
  FileDiff,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  diffText,
  listImageNames,
  readImage,
  setImage,
} from '@baremetal/golden-path';

/** What a promotion does to the overlay of its target. */
export type OverlayEdit =
  | {
      readonly outcome: 'edited';
      readonly text: string;
      readonly diff: FileDiff;
      readonly reformatted: boolean;
      /** Name of the image in the overlay. */
      readonly imageName: string;
      readonly previous: { readonly tag?: string; readonly digest?: string };
    }
  /** It says so already. */
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Sets the candidate's tag and digest in an overlay, byte for byte where possible.
 *
 * @param file - path and text of a `kustomization.yaml`
 */
export function editOverlay(
  file: { readonly path: string; readonly text: string },
  candidate: Candidate,
): OverlayEdit {
  const name = imageNameOf(file.text, candidate.repository);
  if (name === undefined) {
    return {
      outcome: 'refused',
      reason: `${file.path} does not set the image ${candidate.repository}`,
    };
  }
  const before = readImage(file.text, name);
  if (before.outcome !== 'read') {
    const reason = before.outcome === 'refused' ? before.reason : 'it is gone';
    return { outcome: 'refused', reason: `${file.path}: ${reason}` };
  }
  const { newTag, digest } = before.image;
  // A candidate that was asked for by digest alone has no tag: the old one stays, the digest decides.
  const tag = candidate.tag ?? newTag ?? candidate.digest.slice(7, 19);
  const edit = setImage(file.text, {
    name,
    newTag: tag,
    digest: candidate.digest,
  });
  switch (edit.outcome) {
    case 'unchanged':
      return edit;
    case 'refused':
      return { outcome: 'refused', reason: `${file.path}: ${edit.reason}` };
    case 'edited':
    case 'reformatted': {
      const reformatted = edit.outcome === 'reformatted';
      return {
        outcome: 'edited',
        text: edit.text,
        reformatted,
        imageName: name,
        diff: diffOf(file.path, file.text, edit.text, reformatted),
        previous: {
          ...(newTag !== undefined && { tag: newTag }),
          ...(digest !== undefined && { digest }),
        },
      };
    }
  }
}

export function diffOf(
  path: string,
  before: string,
  after: string,
  reformatted: boolean,
): FileDiff {
  return {
    path,
    lines: diffText(before, after),
    ...(reformatted && { reformatted }),
  };
}

/** The entry whose images really come from the candidate's repository. */
function imageNameOf(text: string, repository: string): string | undefined {
  return listImageNames(text).find(name => {
    const entry = readImage(text, name);
    const runs =
      (entry.outcome === 'read' ? entry.image.newName : undefined) ?? name;
    return runs === repository;
  });
}

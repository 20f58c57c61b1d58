import type { TemplateImage } from '../kube';
import type { VersionLabel } from '../wire/serviceOverview';

const REFERENCE = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]+))?$/;

/**
 * A version as people say it: the tag, or the first of the digest.
 *
 * @param image - as a pod template writes it
 * @param digest - what really runs, when the runtime says so
 */
export function toVersion(image: string, digest?: string): VersionLabel {
  const [, name = image, tag, pinned] = REFERENCE.exec(image) ?? [];
  const runs = digest ?? pinned;
  return {
    text: tag ?? (runs ? runs.slice('sha256:'.length, 19) : 'latest'),
    image: name,
    ...(runs !== undefined && { digest: runs }),
  };
}

/**
 * The container that is the service: the one named after it, else `app`, else
 * the first. Others are helpers beside it.
 */
export function mainImage(
  images: readonly TemplateImage[],
  serviceName: string | undefined,
): TemplateImage | undefined {
  return (
    images.find(({ container }) => container === serviceName) ??
    images.find(({ container }) => container === 'app') ??
    images[0]
  );
}

/** Whether two versions are the same: by digest where both are known, else by image and tag. */
export function sameVersion(
  a: VersionLabel | undefined,
  b: VersionLabel | undefined,
): boolean {
  if (a === undefined || b === undefined) {
    return false;
  }
  return a.digest !== undefined && b.digest !== undefined
    ? a.digest === b.digest
    : a.image === b.image && a.text === b.text;
}

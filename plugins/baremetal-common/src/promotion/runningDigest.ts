const PINNED = /@(sha256:[0-9a-f]{64})$/;

/**
 * Digest of the image that a container runs, in the one form in which digests are compared: `sha256:` and 64 digits.
 *
 * A digest in the spec decides, because the runtime pulls exactly that; of an image for several machine types, the id
 * that the runtime reports may be the one of a part. Without it, the reported id says it: `repository@sha256:…`, in
 * some runtimes behind a scheme like `docker-pullable://`.
 *
 * @param imageId - `status.containerStatuses[].imageID`
 * @param image - the container's image as the spec writes it
 * @returns `undefined` when nobody says it: an id that is `sha256:…` alone names the image's configuration, which no
 * registry knows
 */
export function runningDigest(
  imageId: string | undefined,
  image: string,
): string | undefined {
  return PINNED.exec(image)?.[1] ?? PINNED.exec(imageId ?? '')?.[1];
}

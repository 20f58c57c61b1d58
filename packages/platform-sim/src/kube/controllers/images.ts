import { createHash } from 'node:crypto';

/** Digest that an image resolves to: its own if it names one, else always the same for the same tag. */
export function imageDigest(image: string): string {
  const at = image.indexOf('@sha256:');
  return at >= 0
    ? image.slice(at + 1)
    : `sha256:${createHash('sha256').update(image).digest('hex')}`;
}

/** `imageID` as a container runtime reports it: repository and digest, no tag. */
export function imageId(image: string): string {
  const [name = ''] = image.split('@');
  const colon = name.lastIndexOf(':');
  const repository =
    colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
  return `${repository}@${imageDigest(image)}`;
}

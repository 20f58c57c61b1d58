/** Parts of an image's name; what is missing is empty. */
export interface ImageName {
  readonly name: string;
  readonly tag: string;
  readonly digest: string;
}

/** Splits `host:port/name:tag@digest`; the port is not taken for a tag. */
export function splitImage(image: string): ImageName {
  const at = image.indexOf('@', Math.max(image.indexOf('/'), 0));
  const tagged = at < 0 ? image : image.slice(0, at);
  const colon = tagged.indexOf(':', Math.max(tagged.indexOf('/'), 0));
  return {
    name: colon < 0 ? tagged : tagged.slice(0, colon),
    tag: colon < 0 ? '' : tagged.slice(colon + 1),
    digest: at < 0 ? '' : image.slice(at + 1),
  };
}

export function joinImage({ name, tag, digest }: ImageName): string {
  return `${name}${tag && `:${tag}`}${digest && `@${digest}`}`;
}

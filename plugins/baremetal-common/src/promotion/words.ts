import type { WantedImage } from './observation';

/** `sha256:7c1e…a90f` */
export function shortDigest(digest: string): string {
  const hex = digest.replace(/^sha256:/, '');
  return hex.length <= 12
    ? `sha256:${hex}`
    : `sha256:${hex.slice(0, 4)}…${hex.slice(-4)}`;
}

/** A version as people say it. */
export function versionWords(image: WantedImage): string {
  return image.tag ?? (image.digest ? shortDigest(image.digest) : 'untagged');
}

/** `1 pod`, `2 pods` */
export function pods(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}

/** Whether a spec asks for the candidate: by digest where it has one, else by tag. */
export function asksFor(
  wanted: WantedImage,
  candidate: WantedImage & { digest: string },
): boolean {
  return wanted.digest === undefined
    ? wanted.tag !== undefined && wanted.tag === candidate.tag
    : wanted.digest === candidate.digest;
}

/** What gates say, each sentence once. */
export function sentencesOf(
  gates: readonly { readonly sentence: string }[],
): string {
  return [...new Set(gates.map(({ sentence }) => sentence))].join(' ');
}

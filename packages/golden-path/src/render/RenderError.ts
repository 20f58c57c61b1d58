/**
 * An overlay cannot be rendered, for the reason that kustomize would give or because it asks for something that is
 * outside the subset that is rendered here.
 */
export class RenderError extends Error {
  override readonly name = 'RenderError';

  /**
   * @param path - the file (or folder) at fault, below the repository root
   * @param reason - what is wrong with it, as the end of a sentence
   * @param isBeyond - nothing need be wrong: only a program that is not here can tell
   */
  constructor(
    readonly path: string,
    readonly reason: string,
    readonly isBeyond = false,
  ) {
    super(`${path}: ${reason}`);
  }
}

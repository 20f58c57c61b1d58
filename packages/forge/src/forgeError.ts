/** Why a Git host could not be used. Each kind has one remedy. */
export type ForgeErrorKind =
  /** No answer in time, or no connection: try again later. */
  | 'unreachable'
  /** The token is wrong or expired: the platform team replaces it. */
  | 'unauthenticated'
  /** The repository, branch or change does not exist, or may not be seen. */
  | 'notFound'
  /** The host answered something that this suite does not understand. */
  | 'unexpected';

/**
 * A Git host that cannot be reached, does not accept us, or answers nonsense.
 *
 * The message is one sentence for people. It never holds a token, a header or a whole body.
 */
export class ForgeError extends Error {
  readonly kind: ForgeErrorKind;

  constructor(kind: ForgeErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ForgeError';
    this.kind = kind;
  }
}

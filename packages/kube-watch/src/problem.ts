/** What kind of failure it was; each has one remedy. */
export type WatchProblemKind =
  | 'unreachable'
  | 'unauthenticated'
  | 'forbidden'
  | 'notInstalled'
  | 'timedOut'
  | 'unexpected';

/** Why a kind cannot be read, for people: no header, no token, no raw body. */
export interface WatchProblem {
  readonly kind: WatchProblemKind;
  readonly message: string;
}

/** A request or a stream that failed. */
export class WatchFailure extends Error {
  override readonly name = 'WatchFailure';
  /** The server forgot the version that was asked for: only a new listing helps. */
  readonly gone: boolean;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** The server asks to be left alone for this long. */
  readonly retryAfterMs: number;

  constructor(
    readonly problem: WatchProblem,
    details: {
      status?: number;
      gone?: boolean;
      retryAfterMs?: number;
      cause?: unknown;
    } = {},
  ) {
    super(problem.message, { cause: details.cause });
    this.gone = details.gone ?? false;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs ?? 0;
  }
}

/** The failure that an HTTP status, or a `Status` object with that code, stands for. */
export function failureOfStatus(
  status: number,
  said: string,
  retryAfterMs = 0,
): WatchFailure {
  const words = said === '' ? '' : `: ${said}`;
  return new WatchFailure(
    { kind: kindOf(status), message: `answered ${status}${words}` },
    { status, gone: status === 410, retryAfterMs },
  );
}

function kindOf(status: number): WatchProblemKind {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'notInstalled';
    case 502:
    case 503:
    case 429:
      return 'unreachable';
    case 504:
      return 'timedOut';
    default:
      return 'unexpected';
  }
}

/** Turns whatever a transport threw into a failure. */
export function toFailure(error: unknown): WatchFailure {
  if (error instanceof WatchFailure) {
    return error;
  }
  const words = error instanceof Error ? describe(error) : String(error);
  return new WatchFailure(
    { kind: 'unreachable', message: `cannot be reached: ${words}` },
    { cause: error },
  );
}

/** Connection errors of several addresses have an empty message and their reasons inside. */
function describe(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return error.message || code || error.name;
}

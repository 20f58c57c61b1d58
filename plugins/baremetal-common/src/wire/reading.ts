/** Why something could not be read. Each kind has one remedy, shown beside it. */
export type ProblemKind =
  | 'unreachable'
  | 'unauthenticated'
  | 'forbidden'
  | 'notInstalled'
  | 'notConnected'
  | 'timedOut'
  | 'unexpected';

/** What went wrong, in one plain sentence. Never holds a token, a header or a raw body. */
export interface Problem {
  readonly kind: ProblemKind;
  /** What failed, on which cluster; for people. */
  readonly message: string;
}

/** Since when a source does not answer any more, and why. */
export interface Lost {
  readonly since: string;
  readonly problem: Problem;
}

/**
 * What one cluster answered.
 *
 * A cluster that fails is a value, not an exception: the others still have something to show. A cluster that
 * answered before and is silent now keeps its last value, with `lost` saying since when.
 */
export type Reading<T> =
  | {
      readonly cluster: string;
      readonly ok: true;
      readonly value: T;
      /** When the value was true: the age of the oldest part of it. ISO 8601. */
      readonly observedAt: string;
      readonly lost?: Lost;
    }
  | { readonly cluster: string; readonly ok: false; readonly problem: Problem };

/** One fact inside a reading that may be missing on its own (a forbidden kind, a source that is not there). */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly problem: Problem };

import { setTimeout } from 'node:timers/promises';
import type { KubeObject } from './kubeObject';
import type { OpenRequest } from './openRequest';
import type { ProjectedStore } from './ProjectedStore';
import type { WatchState } from './watchState';

/** An API group that a cluster may not have. */
export interface OptionalGroup {
  /** `argoproj.io/v1alpha1` */
  readonly groupVersion: string;
  /** Plural name of the resource in it. */
  readonly resource: string;
}

export interface ReflectorOptions<Row> {
  /** Path of the collection, for example `/api/v1/pods`. */
  readonly path: string;
  /** Asked for before the first listing when the kind may be missing. */
  readonly optional?: OptionalGroup;
  readonly open: OpenRequest;
  /** Keeps what is needed of an object; the object itself is dropped. */
  readonly project: (object: KubeObject) => Row;
  readonly store: ProjectedStore<Row, string>;
  onState?(state: WatchState): void;
  /** An object could not be projected and is left out. */
  onSkipped?(name: string, error: unknown): void;

  readonly timing?: Partial<ReflectorTiming>;
  /** Replaced in tests. */
  readonly now?: () => number;
  readonly random?: () => number;
  /** Rejects when the signal aborts. */
  readonly delay?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Times of a reflector, in milliseconds. */
export interface ReflectorTiming {
  /** How long the headers of an answer may take. */
  readonly openMs: number;
  /**
   * A stream that has sent nothing for this long is taken for dead. An API server sends a bookmark about every minute.
   */
  readonly silenceMs: number;
  /** Pause after the first failure, and the longest one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** Pause after `forbidden` and `notInstalled`, which only a person can change. */
  readonly refusedPauseMs: number;
  /** A stream that lived this long clears the count of failures. */
  readonly settledMs: number;
  /** The server ends a watch after this long, up to twice as long; then it goes on on a new connection. */
  readonly watchMs: number;
  readonly pageSize: number;
}

const TIMING: ReflectorTiming = {
  openMs: 20_000,
  silenceMs: 90_000,
  firstPauseMs: 500,
  longestPauseMs: 30_000,
  refusedPauseMs: 60_000,
  settledMs: 10_000,
  watchMs: 300_000,
  pageSize: 500,
};

export type CompleteOptions<Row> = Required<
  Omit<ReflectorOptions<Row>, 'optional' | 'timing'>
> & {
  readonly optional: OptionalGroup | undefined;
  readonly timing: ReflectorTiming;
};

export function completeOptions<Row>(
  options: ReflectorOptions<Row>,
): CompleteOptions<Row> {
  return {
    onState: () => undefined,
    onSkipped: () => undefined,
    now: Date.now,
    random: Math.random,
    delay: (ms, signal) =>
      setTimeout(ms, undefined, { signal, ref: false }) as Promise<void>,
    ...options,
    optional: options.optional,
    timing: { ...TIMING, ...options.timing },
  };
}

import type { Manifest } from '../types';

/** An object of the base and the name of its file, without `.yaml`. */
export type Named = readonly [file: string, manifest: Manifest];

/** A file of JSON6902 operations of an overlay, and what it changes. */
export interface PatchFile {
  readonly file: string;
  readonly target: Readonly<Record<string, string>>;
  readonly operations: readonly Patch[];
}

/**
 * A JSON6902 operation. The only kind of patch that we write: a strategic-merge patch of a Rollout replaces its whole
 * list of containers.
 */
export type Patch =
  | {
      readonly op: 'replace' | 'add';
      readonly path: string;
      readonly value: unknown;
    }
  | { readonly op: 'remove'; readonly path: string };

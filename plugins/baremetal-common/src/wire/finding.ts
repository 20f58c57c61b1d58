/** How much a finding weighs: an error forbids, a warning asks to be acknowledged, an info says what was done. */
export type Severity = 'error' | 'warning' | 'info';

/** A rule's outcome. */
export interface Finding {
  /** Stable and documented, for example `ST01`. */
  readonly id: string;
  readonly severity: Severity;
  /** Where in the answers (`environments.prod.replicas`) or in the files (`deploy/base/rollout.yaml#/spec/replicas`). */
  readonly path: string;
  /** What is wrong, and why. */
  readonly message: string;
  /** The way out. */
  readonly fix: string;
  /** Environments it concerns; absent means all. */
  readonly environments?: readonly string[];
}

/** A rule that needs facts which were not there. */
export interface NotChecked {
  readonly id: string;
  /** Ends the sentence "Not checked, because …". */
  readonly reason: string;
}

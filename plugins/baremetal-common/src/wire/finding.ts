/** How much a finding weighs: an error forbids, a warning asks to be acknowledged, an info says what was done. */
export type Severity = 'error' | 'warning' | 'info';

/** A change of one answer, as a person would make it in the form. */
export interface AnswerChange {
  /** The answer, an environment by its name: `environments.prod.replicas`. */
  readonly path: string;
  /** What it becomes; absent means that it is left out. */
  readonly value?: string | number | boolean;
}

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
  /** The way out as changes of the answers, where one is plain enough to be made by a button. */
  readonly repair?: readonly AnswerChange[];
  /** Environments it concerns; absent means all. */
  readonly environments?: readonly string[];
}

/** A rule that needs facts which were not there. */
export interface NotChecked {
  readonly id: string;
  /** Ends the sentence "Not checked, because …". */
  readonly reason: string;
}

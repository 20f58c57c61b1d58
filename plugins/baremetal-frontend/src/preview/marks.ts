import type { Severity } from '@baremetal/backstage-plugin-baremetal-common';

/** A line of a file that a finding is about. */
export interface Mark {
  readonly id: string;
  readonly severity: Severity;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

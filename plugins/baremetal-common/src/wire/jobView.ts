import type { Known } from './reading';
import type { VersionLabel } from './serviceOverview';
import type { Tone } from './statement';

/** One run of a scheduled job, as long as the cluster keeps it. */
export interface JobRunView {
  readonly name: string;
  readonly version?: VersionLabel;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Started by a person, not by the schedule. */
  readonly byHand: boolean;
  readonly outcome: { readonly tone: Tone; readonly words: string };
  /** Why it failed or does not get on; empty when all is well. */
  readonly why: string;
}

/** What runs by a schedule, and ends. */
export interface JobView {
  /** As its manifest writes it. */
  readonly schedule: string;
  /** Absent: the cluster's own, which is UTC on Talos. */
  readonly timeZone?: string;
  readonly suspended: boolean;
  /** Absent: suspended, or the schedule never comes or cannot be read. */
  readonly nextRunAt?: string;
  /** The last time that a run was due and none was started. */
  readonly missedAt?: string;
  /** Newest first. */
  readonly runs: Known<readonly JobRunView[]>;
  /** What is so, as the end of a sentence: `has not run 1.1.0 yet`. */
  readonly does: string;
  /** What it means and who can act; empty when all is well. */
  readonly meaning: string;
  /** The last run in few words, for a column: what, and a quiet line. */
  readonly last: {
    readonly tone: Tone;
    readonly value: string;
    readonly note: string;
  };
  /** When it runs next, as a sentence. */
  readonly next: string;
}

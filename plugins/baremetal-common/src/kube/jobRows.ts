import type { PodRequest } from '../capacity/podRequest';
import type { SchedulingTerms } from '../capacity/terms';
import type { ConditionRow, RowMeta, TemplateImage } from './rowMeta';

export interface CronJobRow extends RowMeta {
  /** Five fields, or a word like `@hourly`. */
  readonly schedule: string;
  /** Absent: that of the cluster's controller manager, which is UTC on Talos. */
  readonly timeZone?: string;
  readonly suspended: boolean;
  /** When somebody last wrote its spec, as far as the API server says. */
  readonly changedAt?: string;
  /** The last time that a run was due and was started. */
  readonly lastScheduleAt?: string;
  readonly lastSuccessAt?: string;
  readonly images: readonly TemplateImage[];
  /** A pod of its runs, as the scheduler would see it. */
  readonly pod: {
    readonly labels: Readonly<Record<string, string>>;
    readonly request: PodRequest;
    readonly terms: SchedulingTerms;
  };
}

export interface JobRow extends RowMeta {
  readonly startedAt?: string;
  readonly completedAt?: string;
  /** Started by a person, not by the schedule. */
  readonly byHand: boolean;
  /** Pods that are under way, and that have failed. */
  readonly active: number;
  readonly failed: number;
  /** Times that it is tried again after a failure. */
  readonly retries: number;
  /** Most seconds that it may take. */
  readonly deadlineSeconds?: number;
  readonly images: readonly TemplateImage[];
  readonly conditions: readonly ConditionRow[];
}

import type { RowMeta } from './rowMeta';

export type AnalysisPhase =
  | 'Pending'
  | 'Running'
  | 'Successful'
  | 'Failed'
  | 'Error'
  | 'Inconclusive';

export interface AnalysisRunRow extends RowMeta {
  /** Label `rollout-type`: `Step`, `Background`, `PrePromotion` or `PostPromotion`. */
  readonly runType?: string;
  /** Label `step-index`, from 0. */
  readonly stepIndex?: number;
  /** Label `rollouts-pod-template-hash`: the version it looks at. */
  readonly podHash?: string;
  readonly revision?: number;
  /** Empty until the controller has seen it. */
  readonly phase: AnalysisPhase | '';
  readonly message?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly metrics: readonly MetricRow[];
}

/** What a metric asks, with what came back. */
export interface MetricRow {
  readonly name: string;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  /** Misses that are allowed; the manifest's number or its default 0. */
  readonly failureLimit: number;
  /** How many measurements it takes; absent: until the end of the run. */
  readonly count?: number;
  readonly interval?: string;
  /** The Prometheus query: the resolved one when the controller recorded it, else as written. */
  readonly query?: string;
  readonly dryRun: boolean;
  /** Absent until something was measured. */
  readonly result?: MetricResultRow;
}

export interface MetricResultRow {
  readonly phase: AnalysisPhase | '';
  readonly message?: string;
  readonly count: number;
  readonly successful: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly error: number;
  /** Oldest first; the controller keeps the last ten. */
  readonly measurements: readonly MeasurementRow[];
}

export interface MeasurementRow {
  readonly phase: AnalysisPhase | '';
  /** As the controller writes it, for example `[0.998]`. */
  readonly value?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly message?: string;
}

import type { JobView } from './jobView';
import type { Problem, Reading } from './reading';
import type { Statement, Tone } from './statement';
import type { ServiceIdentity, VersionLabel } from './serviceOverview';

export type RolloutPhase =
  | 'healthy'
  /** A scheduled job that has not run yet with what is asked for. */
  | 'notRun'
  | 'progressing'
  | 'paused'
  | 'aborted'
  | 'degraded'
  | 'invalid'
  | 'unknown';

export interface RolloutStepView {
  /** From 1. */
  readonly number: number;
  readonly kind:
    | 'setWeight'
    | 'pause'
    | 'person'
    | 'analysis'
    | 'setCanaryScale'
    | 'experiment'
    | 'other';
  readonly state: 'done' | 'current' | 'failed' | 'next';
  /** Big words: `20 %`, `10 min`, `Person`. */
  readonly value: string;
  /** Duration or what is awaited: `since 14:02`, `took 5 min`; empty when nothing is known. */
  readonly note: string;
  /** Times as far as the platform says them. */
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

export interface MeasurementView {
  readonly at: string;
  /** Absent: no number came ("no data"). */
  readonly value?: number;
  readonly outcome: 'good' | 'miss' | 'inconclusive' | 'error' | 'noData';
}

export interface MetricView {
  readonly name: string;
  /** `at least 0.99, 2 misses allowed`. */
  readonly rule: string;
  readonly limit?: { readonly value: number; readonly goodIsAbove: boolean };
  /** Of limit and values; absent: a bare number. */
  readonly unit?: 's';
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly measurements: readonly MeasurementView[];
  readonly query?: string;
  readonly words: string;
}

export interface AnalysisView {
  readonly name: string;
  readonly step?: number;
  readonly phase:
    | 'pending'
    | 'running'
    | 'successful'
    | 'failed'
    | 'error'
    | 'inconclusive';
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly metrics: readonly MetricView[];
}

export interface PodView {
  readonly name: string;
  readonly node?: string;
  readonly domain?: string;
  readonly role: 'stable' | 'canary' | 'other';
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly startedAt?: string;
  readonly restarts: number;
  readonly lastRestart?: string;
}

/** A share of the new version that held from one time to another; `until` absent means now. */
export interface WeightSpan {
  readonly from: string;
  readonly until?: string;
  readonly weight: number;
}

export interface RevisionView {
  readonly revision: number;
  readonly version: VersionLabel;
  readonly startedAt?: string;
  readonly outcome: { readonly tone: Tone; readonly words: string };
  readonly why: string;
}

/** A live action on a rollout and whether it may be sent now. */
export interface RolloutVerb {
  readonly verb: 'promote' | 'promoteFull' | 'abort' | 'retry';
  readonly label: string;
  readonly enabled: boolean;
  /** The effect when enabled, else the reason. */
  readonly words: string;
}

export interface RolloutDetail {
  readonly kind: 'Rollout' | 'Deployment' | 'StatefulSet' | 'CronJob';
  readonly name: string;
  readonly namespace: string;
  readonly phase: RolloutPhase;
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly message?: string;
  readonly stable?: VersionLabel;
  readonly canary?: VersionLabel;
  /** Percent of requests (or of pods, without a traffic router) that the new version gets. */
  readonly weight?: number;
  readonly weightIs: 'requests' | 'pods';
  readonly since?: string;
  /** When a pause ends by itself; absent: a person ends it, or nobody can say. */
  readonly goesOnAt?: string;
  readonly steps: readonly RolloutStepView[];
  readonly stepWords: string;
  readonly analyses: readonly AnalysisView[];
  /** Set when analyses could not be read: their absence then says nothing. */
  readonly analysesProblem?: Problem;
  readonly weights: readonly WeightSpan[];
  readonly pods: readonly PodView[];
  readonly revisions: readonly RevisionView[];
  /** Conditions of going on, each with its words. */
  readonly guard: readonly Statement[];
  readonly verbs: readonly RolloutVerb[];
  /** Of a CronJob, and of nothing else: its schedule and its runs. */
  readonly job?: JobView;
}

export interface RolloutColumn {
  readonly environment: string;
  readonly cluster: string;
  readonly reading: Reading<readonly RolloutDetail[]>;
  /** Kinds that could not be read, so that what is missing is not taken for not there. */
  readonly problems?: readonly Problem[];
}

/** Answer of `GET /v1/services/:namespace/:name/rollouts`. */
export interface ServiceRollouts {
  readonly service: ServiceIdentity;
  readonly verdict: Statement;
  readonly environments: readonly RolloutColumn[];
  readonly simulated: boolean;
  readonly answeredAt: string;
}

import type { PodRequest } from '../capacity/podRequest';
import type { SchedulingTerms } from '../capacity/terms';
import type { RowMeta } from './rowMeta';

export type PodPhase =
  | 'Pending'
  | 'Running'
  | 'Succeeded'
  | 'Failed'
  | 'Unknown';

export interface PodRow extends RowMeta {
  readonly node?: string;
  readonly phase: PodPhase;
  /** The condition `Ready` is true. */
  readonly ready: boolean;
  readonly readySince?: string;
  readonly startedAt?: string;
  /** `status.reason`, for example `Evicted`. */
  readonly reason?: string;
  /** Why the scheduler finds no node, in its words; absent when it does not say so. */
  readonly unschedulable?: string;
  /** Ordinary containers; init containers only count into the request. */
  readonly containers: readonly ContainerRow[];
  /** Without labels that differ from pod to pod of one set. Equal ones are one object. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the scheduler sets aside for it. Equal ones are one object. */
  readonly request: PodRequest;
  /** Where it may go. Equal ones are one object. */
  readonly terms: SchedulingTerms;
  readonly priority: number;
  /** `preemptionPolicy` is not `Never`. */
  readonly preempts: boolean;
  /** Names of the claims that it mounts, those of generic ephemeral volumes included. */
  readonly claims: readonly string[];
}

export interface ContainerRow {
  readonly name: string;
  /** As the spec writes it. */
  readonly image: string;
  /** The `sha256:…` that the runtime reports; absent until it runs. */
  readonly digest?: string;
  readonly ready: boolean;
  readonly restarts: number;
  /** Why it does not run now, for example `ImagePullBackOff`. */
  readonly waiting?: { readonly reason: string; readonly message?: string };
  /** How it ended last, when it did. */
  readonly ended?: {
    readonly reason?: string;
    readonly exitCode?: number;
    readonly at?: string;
  };
}

import type { Known, Lost, Problem } from '../wire/reading';
import type { RolloutPhase } from '../wire/rolloutView';

/** One image that pods of the service's main container run. */
export interface PodImage {
  /** Without tag and digest, for example `registry.example/shop/cart`. */
  readonly repository: string;
  /** As the pod asks for it; absent when it asks by digest alone. */
  readonly tag?: string;
  /** `sha256:…` as the runtime reports it; absent until a pod has started. */
  readonly digest?: string;
  readonly role: 'stable' | 'canary' | 'other';
  /** How many pods run exactly this. */
  readonly pods: number;
}

/** The main container's image as a spec writes it. */
export interface WantedImage {
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** What a service runs on one cluster. */
export interface WorkloadObservation {
  /** A `CronJob` is judged by its runs: it has no pods between them. */
  readonly kind: 'Rollout' | 'Deployment' | 'StatefulSet' | 'CronJob';
  readonly phase: RolloutPhase;
  /** The phase in a few words, for example `waits for a person at 20 %`. */
  readonly words: string;
  readonly images: readonly PodImage[];
  /** What its spec asks for: the last that was applied from Git. */
  readonly wanted: WantedImage;
  readonly readyPods: number;
  readonly wantedPods: number;
  /** Percent of the new version while a rollout moves. */
  readonly weight?: number;
  /** Since when the phase holds, if the platform says. */
  readonly since?: string;
  /** A pause that no clock ends. */
  readonly waitsForPerson: boolean;
}

/** Room for what a rollout needs on top of what runs, its surge included. */
export interface RoomObservation {
  readonly hardwareClass: string;
  readonly neededPods: number;
  readonly fitsNow: number;
  readonly fitsAfterNodeLoss: number;
}

/** The service's volumes, judged elsewhere. */
export interface StorageObservation {
  readonly tone: 'ok' | 'busy' | 'warn' | 'bad' | 'unknown' | 'wait';
  readonly sentence: string;
}

/** What one cluster says of the service. */
export type ClusterObservation =
  | {
      readonly cluster: string;
      readonly ok: true;
      readonly observedAt: string;
      readonly lost?: Lost;
      /** `undefined`: the service is not deployed there. */
      readonly workload: WorkloadObservation | undefined;
      /** `undefined`: it keeps no data. */
      readonly storage: Known<StorageObservation | undefined>;
      readonly room: Known<RoomObservation>;
    }
  | { readonly cluster: string; readonly ok: false; readonly problem: Problem };

/** A service in one environment, on all its clusters. */
export interface EnvironmentObservation {
  readonly environment: string;
  readonly clusters: readonly ClusterObservation[];
}

/** What is promoted: fixed when the pull request is opened. */
export interface Candidate extends WantedImage {
  readonly digest: string;
}

/** An approval from our own records, never from the Git host. */
export interface Approval {
  /** Entity ref of the person. */
  readonly by: string;
  readonly at: string;
  /** Head of the change that was read. */
  readonly commit: string;
}

/** What the gates are judged by. */
export interface GateInput {
  readonly now: number;
  readonly from: EnvironmentObservation;
  readonly to: EnvironmentObservation;
  /** Absent: nothing that could be promoted was seen. */
  readonly candidate?: Candidate;
  /** Another open promotion for the same target. */
  readonly otherPromotion?: { readonly words: string };
  readonly fourEyes: boolean;
  /** Absent before the pull request is opened. */
  readonly requestedBy?: string;
  readonly approvals: readonly Approval[];
  /** Where the change stands now; only approvals of this commit count. */
  readonly headCommit?: string;
  /** Who looks, so that a sentence can say "you". */
  readonly viewer: { readonly userRef: string; readonly mayApprove: boolean };
}

/** The pull request, as the Git host last said. */
export interface ChangeObservation {
  readonly state: 'open' | 'merged' | 'closed';
  readonly headCommit: string;
  /** The commit that we pushed: another head holds foreign commits. */
  readonly ownHead: string;
  readonly mergeable: 'yes' | 'no' | 'unknown';
  readonly mergedAt?: string;
}

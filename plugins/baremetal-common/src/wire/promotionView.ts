import type { Statement } from './statement';
import type { ServiceIdentity, VersionLabel } from './serviceOverview';

/** In this order on every page. */
export type GateId =
  | 'rolloutHealthy'
  | 'sameDigest'
  | 'fits'
  | 'storageHealthy'
  | 'noOtherPromotion'
  | 'fourEyes';

/** Pending is not failure; unknown is never pass. */
export type GateState =
  | 'passed'
  | 'warning'
  | 'failed'
  | 'pending'
  | 'person'
  | 'unknown';

export interface GateView {
  readonly id: GateId;
  readonly title: string;
  readonly state: GateState;
  readonly sentence: string;
  readonly observedAt?: string;
}

export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly number: number;
  readonly text: string;
}

export interface FileDiff {
  readonly path: string;
  readonly lines: readonly DiffLine[];
  /** Set when the file had to be written anew instead of spliced. */
  readonly reformatted?: boolean;
}

/** What a promotion would do, before anybody asks for it. Answer of `GET …/promotion-preview?to=stage`. */
export interface PromotionPreview {
  readonly service: ServiceIdentity;
  readonly from: string;
  readonly to: string;
  readonly current?: VersionLabel;
  readonly candidate?: VersionLabel;
  readonly diff?: FileDiff;
  readonly gates: readonly GateView[];
  readonly verdict: Statement;
  /** May the pull request be opened now. */
  readonly openable: boolean;
  readonly existing?: PromotionSummary;
  /** What the caller saw; sent back with the request so that a moved world is refused. */
  readonly expect?: { readonly digest: string; readonly baseCommit: string };
}

export type PromotionState =
  | 'checking'
  | 'blocked'
  | 'ready'
  | 'approved'
  | 'merged'
  | 'syncing'
  | 'canary'
  | 'verified'
  | 'aborted'
  | 'superseded'
  | 'closed';

/** Whose turn it is: the groups of the queue. */
export type PromotionTurn = 'you' | 'stuck' | 'others' | 'moving';

export interface PromotionSummary {
  /** Opaque, safe in a URL path. */
  readonly id: string;
  readonly service: ServiceIdentity;
  readonly owner: string;
  readonly system?: string;
  readonly from: string;
  readonly to: string;
  readonly current?: VersionLabel;
  readonly candidate: VersionLabel;
  readonly state: PromotionState;
  readonly status: { readonly tone: Statement['tone']; readonly words: string };
  readonly turn: PromotionTurn;
  readonly gates: readonly GateView[];
  /** What is missing, one line. */
  readonly unmet: string;
  readonly whoMayAct: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly changeUrl: string;
  readonly changeNumber: number;
  readonly imageOnly: boolean;
  /** Git says one version, the cluster serves another. */
  readonly drift?: string;
  readonly headCommit: string;
}

/** A button and why it may not be pressed. */
export interface PromotionAction {
  readonly enabled: boolean;
  readonly words: string;
}

/** Answer of `GET /v1/promotions/:id`. */
export interface PromotionDetail extends PromotionSummary {
  readonly verdict: Statement;
  readonly diff: FileDiff;
  readonly repository: string;
  readonly baseBranch: string;
  readonly baseCommit: string;
  readonly reviewedHead?: string;
  readonly approvals: readonly {
    readonly by: string;
    readonly at: string;
    readonly commit: string;
    readonly counts: boolean;
  }[];
  readonly approve: PromotionAction;
  readonly merge: PromotionAction;
  readonly simulated: boolean;
  readonly answeredAt: string;
}

/** Answer of `GET /v1/promotions`. */
export interface PromotionQueue {
  readonly verdict: Statement;
  readonly promotions: readonly PromotionSummary[];
  readonly simulated: boolean;
  readonly answeredAt: string;
}

/** Body of `POST /v1/promotions`. */
export interface OpenPromotionRequest {
  readonly entityRef: string;
  readonly from: string;
  readonly to: string;
  readonly expect?: { readonly digest: string; readonly baseCommit: string };
  /** Compute everything, change nothing. */
  readonly dryRun?: boolean;
}

/** Answer of `POST /v1/promotions`. */
export interface OpenPromotionAnswer {
  readonly outcome: 'opened' | 'existing' | 'wouldOpen';
  readonly promotion?: PromotionSummary;
  readonly preview: PromotionPreview;
}

/** Body of `POST /v1/promotions/:id/approve` and `…/merge`. */
export interface DecidePromotionRequest {
  /** The head that was reviewed. Anything else is refused with 409. */
  readonly headCommit: string;
}

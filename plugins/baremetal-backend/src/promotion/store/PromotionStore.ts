import type {
  Approval,
  Candidate,
  ServiceIdentity,
} from '@baremetal/backstage-plugin-baremetal-common';

/** How far a promotion is, as far as we know by ourselves. What runs is looked up, not stored. */
export type StoredState =
  | 'open'
  /** Merged; the target does not run it yet, or not yet well. */
  | 'merged'
  | 'verified'
  | 'aborted'
  | 'superseded'
  | 'closed';

/** What does not change while it lives, but for the commits of its branch. */
export interface PromotionRecord {
  /** Unguessable, safe in a path. */
  readonly id: string;
  readonly service: ServiceIdentity;
  readonly owner: string;
  readonly system?: string;
  readonly from: string;
  readonly to: string;
  readonly candidate: Candidate;
  /** What the overlay said before. */
  readonly previous?: { readonly tag?: string; readonly digest?: string };
  readonly repo: { readonly owner: string; readonly name: string };
  readonly overlayFile: string;
  readonly baseBranch: string;
  /** Head of the base branch that the edit was made on. */
  readonly baseCommit: string;
  readonly headBranch: string;
  /** The commit that we pushed. */
  readonly headCommit: string;
  readonly changeNumber: number;
  readonly changeUrl: string;
  readonly reformatted: boolean;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: StoredState;
  readonly mergeCommit?: string;
  /** When it reached its last state; absent while it is open or on its way. */
  readonly endedAt?: string;
}

export type AddResult =
  | { readonly outcome: 'added' }
  /** Another promotion of this service to this environment is open. */
  | { readonly outcome: 'existing'; readonly record: PromotionRecord };

/** Where promotions and approvals are kept. The only source for who asked and who approved. */
export interface PromotionStore {
  /** Refuses a second open promotion for the same service and target. */
  add(record: PromotionRecord): Promise<AddResult>;
  get(id: string): Promise<PromotionRecord | undefined>;
  findOpen(entityRef: string, to: string): Promise<PromotionRecord | undefined>;
  /** All that are open or on their way, and those that ended since; newest first. */
  list(options: { endedSince: string }): Promise<readonly PromotionRecord[]>;
  listOfService(
    entityRef: string,
    options: { endedSince: string },
  ): Promise<readonly PromotionRecord[]>;
  /**
   * Changes a promotion if its head still is `expected`.
   *
   * @returns whether it was changed
   */
  update(
    id: string,
    expected: { headCommit: string; state: StoredState },
    patch: PromotionPatch,
  ): Promise<boolean>;
  /** Once per person and commit; again changes nothing. */
  approve(id: string, approval: Approval): Promise<void>;
  approvals(id: string): Promise<readonly Approval[]>;
}

export type PromotionPatch = Partial<
  Pick<
    PromotionRecord,
    | 'headCommit'
    | 'baseCommit'
    | 'previous'
    | 'reformatted'
    | 'state'
    | 'mergeCommit'
    | 'endedAt'
  >
>;

/** One key per service and target while it is open. */
export function openKeyOf(record: {
  readonly service: { readonly entityRef: string };
  readonly to: string;
  readonly state: StoredState;
}): string | undefined {
  return record.state === 'open'
    ? `${record.service.entityRef}|${record.to}`
    : undefined;
}

/** Open, or merged and not yet verified or aborted. */
export function isLiving(state: StoredState): boolean {
  return state === 'open' || state === 'merged';
}

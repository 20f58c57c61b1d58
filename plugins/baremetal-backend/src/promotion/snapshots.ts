import type { ChangeObservation } from '@baremetal/backstage-plugin-baremetal-common';
import type { Change } from '@baremetal/forge';
import type { PromotionRecord } from './store/PromotionStore';

/** What the Git host last said of each open pull request, so that lists ask nobody. */
export class ChangeSnapshots {
  readonly #seen = new Map<string, ChangeObservation>();

  of(record: PromotionRecord): ChangeObservation {
    const seen = this.#seen.get(record.id);
    return record.state === 'open' && seen
      ? { ...seen, ownHead: record.headCommit }
      : assumed(record);
  }

  keep(record: PromotionRecord, change: Change): ChangeObservation {
    const observation = observed(record, change);
    this.#seen.set(record.id, observation);
    return observation;
  }

  forget(id: string): void {
    this.#seen.delete(id);
  }
}

/** What follows from our own records alone. */
function assumed(record: PromotionRecord): ChangeObservation {
  return {
    state: stateOf(record),
    headCommit: record.headCommit,
    ownHead: record.headCommit,
    mergeable: 'unknown',
  };
}

function stateOf({ state }: PromotionRecord): ChangeObservation['state'] {
  switch (state) {
    case 'open':
      return 'open';
    case 'closed':
      return 'closed';
    case 'merged':
    case 'verified':
    case 'aborted':
    case 'superseded':
      return 'merged';
  }
}

function observed(
  record: PromotionRecord,
  { state, head, mergeable, mergedAt }: Change,
): ChangeObservation {
  return {
    state,
    // Once merged, the branch may be gone or belong to the next promotion.
    headCommit: state === 'open' ? head.commit : record.headCommit,
    ownHead: record.headCommit,
    mergeable,
    ...(mergedAt !== undefined && { mergedAt }),
  };
}

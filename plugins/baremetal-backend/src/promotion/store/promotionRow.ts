import { openKeyOf, type PromotionRecord } from './PromotionStore';

/** A row of the table `promotions`: what is searched for has a column, the rest is JSON. */
export interface PromotionRow {
  readonly id: string;
  readonly entity_ref: string;
  readonly from_environment: string;
  readonly to_environment: string;
  readonly open_key: string | null;
  readonly state: string;
  readonly requested_by: string;
  readonly requested_at: string;
  readonly ended_at: string | null;
  readonly head_commit: string;
  readonly facts: string;
}

export function toRow(record: PromotionRecord): PromotionRow {
  return {
    id: record.id,
    entity_ref: record.service.entityRef,
    from_environment: record.from,
    to_environment: record.to,
    open_key: openKeyOf(record) ?? null,
    state: record.state,
    requested_by: record.requestedBy,
    requested_at: record.requestedAt,
    ended_at: record.endedAt ?? null,
    head_commit: record.headCommit,
    facts: JSON.stringify(record),
  };
}

export function toRecord(row: PromotionRow): PromotionRecord {
  return JSON.parse(row.facts) as PromotionRecord;
}

import type { Approval } from '@baremetal/backstage-plugin-baremetal-common';
import {
  isLiving,
  openKeyOf,
  type AddResult,
  type PromotionPatch,
  type PromotionRecord,
  type PromotionStore,
  type StoredState,
} from './PromotionStore';

/** Forgets everything when the process ends. For tests. */
export class MemoryPromotionStore implements PromotionStore {
  readonly #records = new Map<string, PromotionRecord>();
  readonly #approvals = new Map<string, readonly Approval[]>();

  async add(record: PromotionRecord): Promise<AddResult> {
    const key = openKeyOf(record);
    const existing = [...this.#records.values()].find(
      other => key !== undefined && openKeyOf(other) === key,
    );
    if (existing) return { outcome: 'existing', record: existing };
    this.#records.set(record.id, record);
    return { outcome: 'added' };
  }

  async get(id: string): Promise<PromotionRecord | undefined> {
    return this.#records.get(id);
  }

  async findOpen(
    entityRef: string,
    to: string,
  ): Promise<PromotionRecord | undefined> {
    return [...this.#records.values()].find(
      ({ service, to: target, state }) =>
        service.entityRef === entityRef && target === to && state === 'open',
    );
  }

  async list(options: {
    endedSince: string;
  }): Promise<readonly PromotionRecord[]> {
    return [...this.#records.values()]
      .filter(
        ({ state, endedAt }) =>
          isLiving(state) || (endedAt ?? '') >= options.endedSince,
      )
      .sort(byYouth);
  }

  async listOfService(
    entityRef: string,
    options: { endedSince: string },
  ): Promise<readonly PromotionRecord[]> {
    const all = await this.list(options);
    return all.filter(({ service }) => service.entityRef === entityRef);
  }

  async update(
    id: string,
    expected: { headCommit: string; state: StoredState },
    patch: PromotionPatch,
  ): Promise<boolean> {
    const record = this.#records.get(id);
    if (
      record?.headCommit !== expected.headCommit ||
      record.state !== expected.state
    ) {
      return false;
    }
    this.#records.set(id, { ...record, ...patch });
    return true;
  }

  async approve(id: string, approval: Approval): Promise<void> {
    const known = this.#approvals.get(id) ?? [];
    const again = known.some(
      ({ by, commit }) => by === approval.by && commit === approval.commit,
    );
    if (!again) this.#approvals.set(id, [...known, approval]);
  }

  async approvals(id: string): Promise<readonly Approval[]> {
    return this.#approvals.get(id) ?? [];
  }
}

function byYouth(a: PromotionRecord, b: PromotionRecord): number {
  return b.requestedAt.localeCompare(a.requestedAt) || a.id.localeCompare(b.id);
}

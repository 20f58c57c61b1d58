import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Approval } from '@baremetal/backstage-plugin-baremetal-common';
import type { Knex } from 'knex';
import {
  openKeyOf,
  type AddResult,
  type PromotionPatch,
  type PromotionRecord,
  type PromotionStore,
  type StoredState,
} from './PromotionStore';
import { toRecord, toRow, type PromotionRow } from './promotionRow';

const MIGRATIONS = '@baremetal/backstage-plugin-baremetal-backend';

/** Promotions in the plugin's database: SQLite or PostgreSQL. */
export class DatabasePromotionStore implements PromotionStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Brings the tables up to date, unless the installation does that itself. */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabasePromotionStore> {
    const { database } = options;
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(MIGRATIONS, 'migrations'),
      });
    }
    return new DatabasePromotionStore(knex);
  }

  async add(record: PromotionRecord): Promise<AddResult> {
    const inserted = await this.#knex<PromotionRow>('promotions')
      .insert(toRow(record))
      .onConflict('open_key')
      .ignore()
      .returning('id');
    if (inserted.length > 0) return { outcome: 'added' };
    const existing = await this.findOpen(record.service.entityRef, record.to);
    // It was closed in between: then there is room now.
    return existing
      ? { outcome: 'existing', record: existing }
      : this.add(record);
  }

  async get(id: string): Promise<PromotionRecord | undefined> {
    const row = await this.#knex<PromotionRow>('promotions')
      .where({ id })
      .first();
    return row && toRecord(row);
  }

  async findOpen(
    entityRef: string,
    to: string,
  ): Promise<PromotionRecord | undefined> {
    const row = await this.#knex<PromotionRow>('promotions')
      .where({ open_key: `${entityRef}|${to}` })
      .first();
    return row && toRecord(row);
  }

  async list(options: {
    endedSince: string;
  }): Promise<readonly PromotionRecord[]> {
    return (await this.#living(options)).map(toRecord);
  }

  async listOfService(
    entityRef: string,
    options: { endedSince: string },
  ): Promise<readonly PromotionRecord[]> {
    const rows = await this.#living(options).where({ entity_ref: entityRef });
    return rows.map(toRecord);
  }

  async update(
    id: string,
    expected: { headCommit: string; state: StoredState },
    patch: PromotionPatch,
  ): Promise<boolean> {
    const record = await this.get(id);
    if (!record) return false;
    const next = { ...record, ...patch };
    const changed = await this.#knex<PromotionRow>('promotions')
      .where({
        id,
        head_commit: expected.headCommit,
        state: expected.state,
      })
      .update({ ...toRow(next), open_key: openKeyOf(next) ?? null });
    return changed > 0;
  }

  async approve(id: string, approval: Approval): Promise<void> {
    await this.#knex('promotion_approvals')
      .insert({
        promotion_id: id,
        approved_by: approval.by,
        commit_id: approval.commit,
        approved_at: approval.at,
      })
      .onConflict(['promotion_id', 'approved_by', 'commit_id'])
      .ignore();
  }

  async approvals(id: string): Promise<readonly Approval[]> {
    const rows = await this.#knex('promotion_approvals')
      .where({ promotion_id: id })
      .orderBy(['approved_at', 'approved_by']);
    return rows.map(row => ({
      by: row.approved_by,
      at: row.approved_at,
      commit: row.commit_id,
    }));
  }

  #living(options: { endedSince: string }) {
    return this.#knex<PromotionRow>('promotions')
      .where(query =>
        query
          .whereIn('state', ['open', 'merged'])
          .orWhere('ended_at', '>=', options.endedSince),
      )
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ]);
  }
}

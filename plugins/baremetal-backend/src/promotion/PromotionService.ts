import { NotFoundError } from '@backstage/errors';
import type {
  OpenPromotionAnswer,
  OpenPromotionRequest,
  PromotionDetail,
  PromotionPreview,
  PromotionQueue,
  PromotionSummary,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { NOBODY, type PromotionContext, type Viewer } from './context';
import {
  approvePromotion,
  mergePromotion,
  type Decision,
} from './DecidePromotion';
import { draftPromotion } from './draft';
import { KeyedLock } from './KeyedLock';
import { checkAsked, openDraft } from './OpenPromotion';
import {
  lockOf,
  refreshPromotions,
  type FindServices,
} from './RefreshPromotions';
import { StatusReporter } from './reportStatuses';
import { hopTo } from './route';
import { ChangeSnapshots } from './snapshots';
import type { PromotionRecord } from './store/PromotionStore';
import { toDetail } from './toDetail';
import { toPreview } from './toPreview';
import { toQueue } from './toQueue';
import { judge, toSummary, type Judged } from './views';

/** How long something that is over stays in the lists. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Somebody who asks, and what they may. */
export type Asker = Viewer & { readonly mayAsk: boolean };

/**
 * Promotions from the question to the verified version. Whoever calls has authorized before.
 *
 * @remarks The Git host is asked only where something is opened, read alone or decided, and in
 * {@link PromotionService.refresh}. Lists are answered from the database and from what was seen last.
 */
export class PromotionService {
  readonly #context: PromotionContext;
  readonly #snapshots = new ChangeSnapshots();
  readonly #statuses: StatusReporter;
  readonly #lock = new KeyedLock();

  constructor(context: PromotionContext) {
    this.#context = context;
    this.#statuses = new StatusReporter(context);
  }

  /** What a promotion would do. Changes nothing. */
  async preview(
    target: ServiceTarget,
    asked: { readonly from?: string; readonly to: string },
    viewer: Asker,
  ): Promise<PromotionPreview> {
    return (await this.#draft(target, asked, viewer)).preview;
  }

  /**
   * Opens the pull request. Asking again answers `existing`.
   *
   * @throws ConflictError - with what stands against it
   */
  async open(
    target: ServiceTarget,
    request: OpenPromotionRequest,
    viewer: Asker,
  ): Promise<OpenPromotionAnswer> {
    const key = `${target.identity.entityRef}|${request.to}`;
    return this.#lock.run(key, async () => {
      const { draft, preview } = await this.#draft(target, request, viewer);
      if (preview.existing) {
        return { outcome: 'existing', promotion: preview.existing, preview };
      }
      await checkAsked(this.#context, draft, request, preview);
      if (request.dryRun) return { outcome: 'wouldOpen', preview };
      const { outcome, record } = await openDraft(
        this.#context,
        target,
        draft,
        viewer.userRef,
      );
      const judged = await this.#judge(record, target, viewer);
      await this.#tell(judged);
      return { outcome, promotion: toSummary(judged), preview };
    });
  }

  /** Promotions of one service that are under way, from memory and the database. */
  async ofService(
    target: ServiceTarget,
    viewer: Viewer = NOBODY,
  ): Promise<readonly PromotionSummary[]> {
    const records = await this.#context.store.listOfService(
      target.identity.entityRef,
      { endedSince: this.#context.now().toISOString() },
    );
    return Promise.all(
      records.map(async record =>
        toSummary(await this.#judge(record, target, viewer)),
      ),
    );
  }

  /** Entity refs of all services with a promotion in the queue. */
  async services(): Promise<readonly string[]> {
    const records = await this.#recent();
    return [...new Set(records.map(({ service }) => service.entityRef))];
  }

  /**
   * The queue, as far as somebody may see it.
   *
   * @param targets - services that they may see, by entity ref; others are left out
   */
  async queue(
    targets: ReadonlyMap<string, ServiceTarget>,
    viewerOf: (entityRef: string) => Viewer,
  ): Promise<PromotionQueue> {
    const { settings, now } = this.#context;
    const judged: Judged[] = [];
    for (const record of await this.#recent()) {
      const { entityRef } = record.service;
      const target = targets.get(entityRef);
      if (!target) continue;
      judged.push(await this.#judge(record, target, viewerOf(entityRef)));
    }
    return toQueue(judged.map(toSummary), {
      simulated: settings.simulated,
      answeredAt: now().toISOString(),
    });
  }

  /** Which service a promotion is of. @throws NotFoundError */
  async serviceOf(id: string): Promise<string> {
    return (await this.#need(id)).service.entityRef;
  }

  async get(
    id: string,
    target: ServiceTarget,
    viewer: Viewer,
  ): Promise<PromotionDetail> {
    return this.#detail(await this.#need(id), target, viewer);
  }

  /** @throws ConflictError, NotAllowedError */
  async approve(
    id: string,
    target: ServiceTarget,
    asked: { readonly viewer: Viewer; readonly headCommit: string },
  ): Promise<PromotionDetail> {
    return this.#decide(id, target, asked, approvePromotion);
  }

  /** @throws ConflictError, NotAllowedError */
  async merge(
    id: string,
    target: ServiceTarget,
    asked: { readonly viewer: Viewer; readonly headCommit: string },
  ): Promise<PromotionDetail> {
    return this.#decide(id, target, asked, mergePromotion);
  }

  /**
   * Brings everything that is under way up to date. To be called every few seconds by one replica.
   *
   * @param find - finds services by entity ref, with the plugin's own credentials
   */
  async refresh(find: FindServices): Promise<void> {
    const parts = {
      context: this.#context,
      snapshots: this.#snapshots,
      statuses: this.#statuses,
    };
    await refreshPromotions(parts, this.#lock, find);
  }

  async #decide(
    id: string,
    target: ServiceTarget,
    asked: { readonly viewer: Viewer; readonly headCommit: string },
    act: (context: PromotionContext, decision: Decision) => Promise<void>,
  ): Promise<PromotionDetail> {
    const first = await this.#need(id);
    return this.#lock.run(lockOf(first), async () => {
      const { viewer } = asked;
      await this.#look(await this.#need(id));
      const judged = await this.#judge(await this.#need(id), target, viewer);
      try {
        await act(this.#context, { judged, target, ...asked });
      } finally {
        this.#context.changed();
      }
      const record = await this.#need(id);
      if (record.state === 'merged') await this.#tidy(record);
      else await this.#tell(await this.#judge(record, target, viewer));
      return this.#detail(record, target, viewer);
    });
  }

  async #draft(
    target: ServiceTarget,
    asked: { readonly from?: string; readonly to: string },
    viewer: Asker,
  ) {
    const hop = hopTo(target, asked);
    const draft = await draftPromotion(this.#context, target, hop, viewer);
    const existing =
      draft.existing && (await this.#judge(draft.existing, target, viewer));
    const preview = toPreview(draft, target, {
      ...(existing && { existing: toSummary(existing) }),
      mayAsk: viewer.mayAsk,
    });
    return { draft, preview };
  }

  async #detail(
    record: PromotionRecord,
    target: ServiceTarget,
    viewer: Viewer,
  ): Promise<PromotionDetail> {
    await this.#look(record).catch(error =>
      this.#context.logger.warn(`Promotion ${record.id}: ${error}`),
    );
    const judged = await this.#judge(record, target, viewer);
    return toDetail(this.#context, judged);
  }

  /** Asks the Git host about an open pull request. */
  async #look(record: PromotionRecord): Promise<void> {
    if (record.state !== 'open') return;
    const { forge } = this.#context;
    const change = await forge.getChange(record.repo, record.changeNumber);
    if (change) this.#snapshots.keep(record, change);
  }

  async #judge(
    record: PromotionRecord,
    target: ServiceTarget,
    viewer: Viewer,
  ): Promise<Judged> {
    const approvals = await this.#context.store.approvals(record.id);
    const change = this.#snapshots.of(record);
    return judge(this.#context, { record, target, change, approvals, viewer });
  }

  async #tell({ record, gates }: Judged): Promise<void> {
    this.#context.changed();
    try {
      await this.#statuses.report(record, gates);
    } catch (error) {
      // Reported again with the next refresh.
      this.#context.logger.warn(`Statuses of ${record.id}: ${error}`);
    }
  }

  async #tidy(record: PromotionRecord): Promise<void> {
    this.#snapshots.forget(record.id);
    this.#statuses.forget(record.headCommit);
    try {
      await this.#context.forge.deleteBranch(record.repo, record.headBranch);
    } catch (error) {
      this.#context.logger.warn(`Branch ${record.headBranch}: ${error}`);
    }
  }

  async #recent(): Promise<readonly PromotionRecord[]> {
    const { store, now } = this.#context;
    const since = new Date(now().getTime() - KEPT_MS).toISOString();
    return store.list({ endedSince: since });
  }

  async #need(id: string): Promise<PromotionRecord> {
    const record = await this.#context.store.get(id);
    if (!record) throw new NotFoundError(`There is no promotion ${id}`);
    return record;
  }
}

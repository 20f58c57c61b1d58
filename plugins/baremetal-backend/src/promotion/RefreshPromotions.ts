import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { NOBODY, type PromotionContext } from './context';
import type { KeyedLock } from './KeyedLock';
import { reapply } from './reapply';
import type { StatusReporter } from './reportStatuses';
import type { ChangeSnapshots } from './snapshots';
import { isLiving, type PromotionRecord } from './store/PromotionStore';
import { judge } from './views';

export interface RefreshParts {
  readonly context: PromotionContext;
  readonly snapshots: ChangeSnapshots;
  readonly statuses: StatusReporter;
}

/** Finds services by entity ref, with the plugin's own credentials. */
export type FindServices = (
  entityRefs: readonly string[],
) => Promise<ReadonlyMap<string, ServiceTarget>>;

/** One promotion that fails to be refreshed leaves the others alone. */
export async function refreshPromotions(
  parts: RefreshParts,
  lock: KeyedLock,
  find: FindServices,
): Promise<void> {
  const { store, now, logger } = parts.context;
  const records = await store.list({ endedSince: now().toISOString() });
  if (records.length === 0) return;
  const refs = [...new Set(records.map(each => each.service.entityRef))];
  const targets = await find(refs);
  for (const record of records) {
    const target = targets.get(record.service.entityRef);
    if (!target || !isLiving(record.state)) continue;
    try {
      await lock.run(lockOf(record), async () => {
        const current = await store.get(record.id);
        if (current && isLiving(current.state)) {
          await refreshPromotion(parts, current, target);
        }
      });
    } catch (error) {
      logger.warn(`Promotion ${record.id} could not be refreshed: ${error}`);
    }
  }
}

/** One decision at a time per service and target. */
export function lockOf({ service, to }: PromotionRecord): string {
  return `${service.entityRef}|${to}`;
}

/** Brings one living promotion up to date with the Git host and with what runs. */
async function refreshPromotion(
  parts: RefreshParts,
  record: PromotionRecord,
  target: ServiceTarget,
): Promise<void> {
  if (record.state === 'open') {
    await refreshOpen(parts, record, target);
  } else {
    await followMerged(parts, record, target);
  }
}

async function refreshOpen(
  parts: RefreshParts,
  record: PromotionRecord,
  target: ServiceTarget,
): Promise<void> {
  const { context, snapshots, statuses } = parts;
  const { forge, store, now, logger } = context;
  const change = await forge.getChange(record.repo, record.changeNumber);
  const at = now().toISOString();
  if (!change || change.state === 'closed') {
    await store.update(record.id, record, { state: 'closed', endedAt: at });
    snapshots.forget(record.id);
    context.changed();
    return;
  }
  const observation = snapshots.keep(record, change);
  if (change.state === 'merged') {
    logger.warn(
      `Promotion ${record.id} was merged on the Git host itself: ${record.changeUrl}`,
    );
    await store.update(record.id, record, {
      state: 'merged',
      mergeCommit: change.mergeCommit,
    });
    context.changed();
    return;
  }
  const approvals = await store.approvals(record.id);
  const judged = judge(context, {
    record,
    target,
    change: observation,
    approvals,
    viewer: NOBODY,
  });
  if (observation.headCommit !== record.headCommit) return;
  if (observation.mergeable === 'no') {
    const again = await reapply(context, target, judged);
    if (again.outcome === 'pointless') {
      await supersede(parts, record, again.why);
    }
    statuses.forget(record.headCommit);
    context.changed();
    return;
  }
  await statuses.report(record, judged.gates);
}

async function supersede(
  { context, snapshots }: RefreshParts,
  record: PromotionRecord,
  why: string,
): Promise<void> {
  const { forge, store, now } = context;
  const { repo, changeNumber } = record;
  await forge.comment(repo, changeNumber, `Closed: ${why}.`);
  await forge.closeChange(repo, changeNumber);
  await store.update(record.id, record, {
    state: 'superseded',
    endedAt: now().toISOString(),
  });
  snapshots.forget(record.id);
}

/** A merged promotion ends when the target serves it, or when a later one was merged. */
async function followMerged(
  { context, snapshots }: RefreshParts,
  record: PromotionRecord,
  target: ServiceTarget,
): Promise<void> {
  const { store, now } = context;
  const { judgement } = judge(context, {
    record,
    target,
    change: snapshots.of(record),
    approvals: [],
    viewer: NOBODY,
  });
  const endedAt = now().toISOString();
  if (judgement.state === 'verified') {
    await store.update(record.id, record, { state: 'verified', endedAt });
    context.changed();
    return;
  }
  const others = await store.listOfService(record.service.entityRef, {
    endedSince: record.requestedAt,
  });
  const overtaken = others.some(
    ({ to, state, requestedAt }) =>
      to === record.to &&
      requestedAt > record.requestedAt &&
      (state === 'merged' || state === 'verified'),
  );
  if (overtaken) {
    await store.update(record.id, record, { state: 'superseded', endedAt });
    context.changed();
  }
}

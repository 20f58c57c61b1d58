import { sameVersion } from '../delivery/version';
import type { PromotionHop, VersionLabel } from '../wire/serviceOverview';
import type { RolloutDetail } from '../wire/rolloutView';
import type { PromotionSummary } from '../wire/promotionView';
import { mainDetail, type OverviewPlace } from './overviewInput';

/** What stands in the way of every promotion of this service; none: nothing. */
export interface HopConditions {
  readonly openPromotions: readonly PromotionSummary[];
  /** The entity says which repository holds the overlays. */
  readonly hasRepository: boolean;
  /** The owner, as people call it, when the one who looks may not ask for promotions. */
  readonly onlyFor?: string;
}

/** What lies between each two environments that follow each other. */
export function toHops(
  places: readonly OverviewPlace[],
  conditions: HopConditions,
): readonly PromotionHop[] {
  // An environment with several clusters is spoken for by its first.
  const firsts = places.filter(
    ({ environment }, index) =>
      places.findIndex(other => other.environment === environment) === index,
  );
  return firsts
    .slice(1)
    .map((to, index) => toHop(firsts[index] ?? to, to, conditions));
}

function toHop(
  from: OverviewPlace,
  to: OverviewPlace,
  conditions: HopConditions,
): PromotionHop {
  const source = mainDetail(from);
  const target = mainDetail(to);
  const done = isDone(source, target);
  const blockedBecause = done
    ? doneWords(to.environment, target)
    : blockedWords(from, to, conditions);
  return {
    from: from.environment,
    to: to.environment,
    difference: differenceWords(from, to),
    done,
    ...(blockedBecause !== undefined && { blockedBecause }),
  };
}

/** The target runs, or is about to run, what the source has finished. */
function isDone(
  source: RolloutDetail | undefined,
  target: RolloutDetail | undefined,
): boolean {
  const arriving =
    target?.phase === 'aborted'
      ? target.stable
      : target?.canary ?? target?.stable;
  return source?.canary === undefined && sameVersion(source?.stable, arriving);
}

/** What a source would give: an aborted version is not on its way any more. */
function versionOf(
  detail: RolloutDetail | undefined,
): VersionLabel | undefined {
  return detail?.phase === 'aborted'
    ? detail.stable
    : detail?.canary ?? detail?.stable;
}

function differenceWords(from: OverviewPlace, to: OverviewPlace): string {
  const newer = versionOf(mainDetail(from));
  const older = versionOf(mainDetail(to));
  if (newer === undefined) {
    return from.rollouts.ok
      ? `Nothing in ${from.environment}`
      : 'Difference unknown';
  }
  if (older === undefined) {
    return to.rollouts.ok ? `${newer.text}, first time` : 'Difference unknown';
  }
  return sameVersion(newer, older)
    ? 'Same version'
    : `${newer.text} over ${older.text}`;
}

function doneWords(to: string, target: RolloutDetail | undefined): string {
  return target?.canary && target.phase !== 'aborted'
    ? `Done: ${target.canary.text} is on its way in ${to}.`
    : `Done: ${to} already runs ${target?.stable?.text ?? 'it'}.`;
}

/** Why a promotion may not be asked for now, the nearest reason first. */
function blockedWords(
  from: OverviewPlace,
  to: OverviewPlace,
  { openPromotions, hasRepository, onlyFor }: HopConditions,
): string | undefined {
  if (onlyFor !== undefined) {
    return `Not yours to ask for: the service belongs to ${onlyFor}.`;
  }
  const source = mainDetail(from);
  const open = openPromotions.find(
    promotion => promotion.to === to.environment && isOpen(promotion),
  );
  if (open) {
    return `Open already: pull request #${open.changeNumber}.`;
  }
  if (!hasRepository) {
    return 'Not possible: the entity names no repository.';
  }
  if (!from.rollouts.ok) {
    return `Not yet: what ${from.environment} runs is unknown.`;
  }
  if (from.rollouts.lost) {
    return `Not yet: ${from.environment} does not answer.`;
  }
  if (source === undefined) {
    return `Not yet: nothing runs in ${from.environment}.`;
  }
  if (source.canary) {
    return source.phase === 'aborted'
      ? `Not yet: ${from.environment} aborted ${source.canary.text}.`
      : `Not yet: ${source.canary.text} in ${from.environment} is not finished.`;
  }
  const target = mainDetail(to);
  if (
    target?.phase === 'aborted' &&
    sameVersion(source.stable, target.canary)
  ) {
    return `Not again: ${to.environment} aborted ${source.stable?.text}; retry or revert it there.`;
  }
  // That a job has not run yet, a gate of the promotion says: its schedule may be months away.
  switch (source.phase) {
    case 'healthy':
    case 'notRun':
      return undefined;
    case 'progressing':
    case 'paused':
    case 'aborted':
    case 'degraded':
    case 'invalid':
    case 'unknown':
      return source.job
        ? `Not yet: ${from.environment} ${source.job.does}.`
        : `Not yet: ${from.environment} is not healthy.`;
  }
}

function isOpen({ state }: PromotionSummary): boolean {
  return ['checking', 'blocked', 'ready', 'approved'].includes(state);
}

import type { CronJobRow } from '../../kube';
import { lastTime, type Schedule } from '../../quantity/schedule';
import type { Problem } from '../../wire/reading';
import type { JobFacts, RunFacts } from './jobFacts';
import { runOutcome, type RunOutcome } from './runOutcome';

/** Where a scheduled job stands, by its runs. */
export type JobSituation =
  /** Its runs cannot be read. */
  | { readonly kind: 'unread'; readonly problem: Problem }
  | {
      readonly kind: 'running';
      readonly run: RunFacts;
      readonly stuck?: string;
    }
  | {
      readonly kind: 'failed';
      readonly run: RunFacts;
      readonly at?: string;
      readonly why: string;
    }
  | {
      readonly kind: 'succeeded';
      readonly run: RunFacts;
      readonly at?: string;
    }
  /** Nothing has run the image that is asked for; `last` ran another one. */
  | {
      readonly kind: 'notRun';
      readonly last?: { readonly run: RunFacts; readonly outcome: RunOutcome };
    }
  /** It has run, but no run is kept. */
  | { readonly kind: 'forgotten'; readonly lastSuccessAt?: string };

/** The situation of a scheduled job: what runs now comes first, then what the last run came to. */
export function jobSituation({ cronJob, runs }: JobFacts): JobSituation {
  if (!runs.known) {
    return { kind: 'unread', problem: runs.problem };
  }
  const judged = runs.value.map(run => ({ run, outcome: runOutcome(run) }));
  for (const { run, outcome } of judged) {
    if (outcome.kind === 'running') {
      const { stuck } = outcome;
      return { kind: 'running', run, ...(stuck !== undefined && { stuck }) };
    }
  }
  const last = judged.find(({ outcome }) => outcome.kind !== 'suspended');
  if (last === undefined) {
    const { lastScheduleAt, lastSuccessAt } = cronJob;
    return lastScheduleAt === undefined
      ? { kind: 'notRun' }
      : {
          kind: 'forgotten',
          ...(lastSuccessAt !== undefined && { lastSuccessAt }),
        };
  }
  const { run, outcome } = last;
  if (!run.isCurrent) {
    return { kind: 'notRun', last };
  }
  switch (outcome.kind) {
    case 'succeeded':
    case 'failed':
      return { run, ...outcome };
    case 'running':
    case 'suspended':
      return { kind: 'notRun' };
  }
}

/** A controller looks every ten seconds; what is later than this is late. */
const GRACE_MS = 90_000;

/**
 * The last time that a run was due and none was started.
 *
 * @remarks
 *
 * A time that was due before somebody last wrote the manifest says nothing: it may have been suspended then, or have
 * had another schedule.
 */
export function missedStart(cronJob: CronJobRow, now: Date): Date | undefined {
  const { suspended, createdAt, changedAt, lastScheduleAt } = cronJob;
  if (suspended || createdAt === undefined) {
    return undefined;
  }
  const due = lastTime(scheduleOf(cronJob), new Date(now.getTime() - GRACE_MS));
  const known = [createdAt, changedAt, lastScheduleAt].flatMap(at =>
    at === undefined ? [] : [Date.parse(at)],
  );
  return due && due.getTime() > Math.max(...known) ? due : undefined;
}

export function scheduleOf({ schedule, timeZone }: CronJobRow): Schedule {
  return { text: schedule, ...(timeZone !== undefined && { timeZone }) };
}

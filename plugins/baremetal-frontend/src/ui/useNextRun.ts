import type { JobView } from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from './clock';
import { describeSchedule } from './describeSchedule';
import { formatDuration } from './formatTime';
import { useT } from './useT';

/** When a job runs next, and how often, in words: `in 5 h 2 min`, `every day at 04:30 UTC`. */
export function useNextRun(job: JobView): {
  readonly next: string;
  readonly rhythm: string;
} {
  const t = useT();
  const now = useNow();
  const { schedule, timeZone, suspended, nextRunAt } = job;
  const rhythm = describeSchedule(t, {
    text: schedule,
    ...(timeZone !== undefined && { timeZone }),
  });
  if (suspended) return { next: t('jobs.next.suspended'), rhythm };
  if (nextRunAt === undefined) return { next: t('jobs.next.unknown'), rhythm };
  const left = Date.parse(nextRunAt) - now;
  return {
    next:
      left > 0
        ? t('jobs.next.in', { span: formatDuration(left) })
        : t('jobs.next.now'),
    rhythm,
  };
}

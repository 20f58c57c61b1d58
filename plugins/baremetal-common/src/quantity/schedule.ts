import { Cron } from 'croner';

/** A schedule as Kubernetes writes it, and where its clock hangs. */
export interface Schedule {
  /** Five fields, or a word like `@hourly`. */
  readonly text: string;
  /** IANA name; absent: UTC, the clock of a controller manager on Talos. */
  readonly timeZone?: string;
}

/** The next times after a moment; none for a schedule or a time zone that cannot be read. */
export function nextTimes(
  schedule: Schedule,
  after: Date,
  count = 1,
): readonly Date[] {
  return toCron(schedule)?.nextRuns(count, after) ?? [];
}

/** The last time at or before a moment. */
export function lastTime(schedule: Schedule, at: Date): Date | undefined {
  // Looks strictly before, and times are whole seconds: the next of them is the first that is too late.
  const until = new Date((Math.floor(at.getTime() / 1000) + 1) * 1000);
  return toCron(schedule)?.previousRuns(1, until)[0];
}

/** Whether it says when, in a time zone that exists. */
export function isSchedule(schedule: Schedule): boolean {
  return toCron(schedule) !== undefined;
}

// Kubernetes reads neither the letters L and W nor seconds, which the library would.
const FIELDS = /^(?:(?:[\d*,/-]|[a-z]{3})+\s+){4}(?:[\d*,/-]|[a-z]{3})+$/i;
const WORDS = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

function toCron({ text, timeZone = 'Etc/UTC' }: Schedule): Cron | undefined {
  const pattern = text.trim();
  if (!FIELDS.test(pattern) && !WORDS.test(pattern)) {
    return undefined;
  }
  try {
    const cron = new Cron(pattern, {
      timezone: timeZone,
      mode: '5-part',
      domAndDow: namesOneKindOfDay(pattern),
      // `5/15` is every quarter from the fifth minute on.
      sloppyRanges: true,
      paused: true,
    });
    // A time zone is looked at only when a time is asked for.
    cron.nextRun(new Date(0));
    return cron;
  } catch {
    return undefined;
  }
}

/** With a star in one of them, even one with steps, both kinds of day have to agree; otherwise either is enough. */
function namesOneKindOfDay(pattern: string): boolean {
  const [, , day = '*', , weekday = '*'] = pattern.split(/\s+/);
  return day.startsWith('*') || weekday.startsWith('*');
}

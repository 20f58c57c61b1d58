/** A schedule of five fields, as the values each of them allows. */
export interface Schedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** Days of the month and of the week are both named, and either of them is enough. */
  readonly eitherDay: boolean;
}

interface Field {
  readonly least: number;
  readonly most: number;
  /** Three letters each, from `least` on. */
  readonly names?: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

const FIELDS: readonly [Field, Field, Field, Field, Field] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 7, names: WEEKDAYS },
];

/** `undefined` for whatever Kubernetes would not read either. */
export function parseSchedule(text: string): Schedule | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length !== FIELDS.length) return undefined;
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, i) =>
    parseField(words[i] ?? '', field),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  return {
    minutes,
    hours,
    days,
    months,
    // Sunday is both 0 and 7.
    weekdays: new Set([...weekdays].map(day => day % 7)),
    eitherDay: !words[2]?.startsWith('*') && !words[4]?.startsWith('*'),
  };
}

function parseField(text: string, field: Field): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const range = parseRange(part, field);
    if (!range) return undefined;
    for (let value = range.from; value <= range.to; value += range.step) {
      values.add(value);
    }
  }
  return values;
}

function parseRange(part: string, { least, most, names }: Field) {
  const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
  if (!match) return undefined;
  const [, first = '', last, every] = match;
  const read = (word: string) => {
    const named = names?.indexOf(word.toLowerCase()) ?? -1;
    if (named >= 0) return named + least;
    return /^\d+$/.test(word) ? Number(word) : Number.NaN;
  };
  const from = first === '*' ? least : read(first);
  const open = first === '*' || every !== undefined;
  const alone = open ? most : from;
  const to = last === undefined ? alone : read(last);
  const step = every === undefined ? 1 : Number(every);
  const good = from >= least && to <= most && from <= to && step >= 1;
  return good && !(first === '*' && last !== undefined)
    ? { from, to, step }
    : undefined;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 29 February comes at least once in eight years and one day. */
const HORIZON_DAYS = 8 * 366 + 1;

/**
 * The next runs after a moment, on the clock of the wall: of both, only the fields in UTC count.
 *
 * Within an hour in which that clock is put forward or back a run may come at another time.
 */
export function nextRuns(
  schedule: Schedule,
  after: Date,
  count: number,
): Date[] {
  const runs: Date[] = [];
  const midnight = Math.floor(after.getTime() / DAY) * DAY;
  for (let day = 0; day <= HORIZON_DAYS && runs.length < count; day += 1) {
    const date = new Date(midnight + day * DAY);
    if (!runsOn(schedule, date)) continue;
    for (const minute of minutesOf(schedule)) {
      const run = new Date(date.getTime() + minute * MINUTE);
      if (run > after && runs.length < count) runs.push(run);
    }
  }
  return runs;
}

function runsOn(schedule: Schedule, date: Date): boolean {
  const { days, months, weekdays, eitherDay } = schedule;
  if (!months.has(date.getUTCMonth() + 1)) return false;
  const byDay = days.has(date.getUTCDate());
  const byWeekday = weekdays.has(date.getUTCDay());
  return eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

function minutesOf({ hours, minutes }: Schedule): number[] {
  return [...hours]
    .flatMap(hour => [...minutes].map(minute => hour * 60 + minute))
    .sort((a, b) => a - b);
}

/** What the clock on the wall shows in a time zone, as fields in UTC; `undefined` for a zone that nobody knows. */
export function wallClock(now: number, timeZone: string): Date | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).formatToParts(now);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find(each => each.type === type)?.value ?? '';
    return new Date(
      `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part(
        'minute',
      )}:${part('second')}Z`,
    );
  } catch {
    return undefined;
  }
}

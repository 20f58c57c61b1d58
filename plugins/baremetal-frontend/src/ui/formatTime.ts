const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A span of time as people say it: `12 s`, `29 min`, `2 h 51 min`, `10 d`. The unit symbols are those of the SI,
 * which languages share.
 */
export function formatDuration(ms: number): string {
  const span = Math.max(0, ms);
  if (span < MINUTE) {
    return `${Math.floor(span / SECOND)} s`;
  }
  if (span < HOUR) {
    return `${Math.floor(span / MINUTE)} min`;
  }
  return span < DAY
    ? join([span, HOUR, 'h'], [span % HOUR, MINUTE, 'min'])
    : join([span, DAY, 'd'], [span < 3 * DAY ? span % DAY : 0, HOUR, 'h']);
}

function join(
  ...parts: [span: number, unit: number, symbol: string][]
): string {
  return parts
    .map(([span, unit, symbol]) => [Math.floor(span / unit), symbol] as const)
    .filter(([count], index) => count > 0 || index === 0)
    .map(([count, symbol]) => `${count} ${symbol}`)
    .join(' ');
}

/** A moment beside the reader's own: the time of day for today, else the day; the year only when it is another one. */
export function formatMoment(iso: string, now: number): string {
  const moment = new Date(iso);
  const today = new Date(now);
  if (Number.isNaN(moment.getTime())) {
    return iso;
  }
  return moment.toDateString() === today.toDateString()
    ? formatClock(iso)
    : moment.toLocaleDateString(undefined, {
        day: 'numeric',
        month: 'short',
        year:
          moment.getFullYear() === today.getFullYear() ? undefined : 'numeric',
      });
}

/** The time of day, `14:02`. */
export function formatClock(iso: string | number): string {
  return new Date(iso).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** Day and time, for tables of what was: `12 Nov 10:16`, and only the time for today. */
export function formatStart(iso: string, now: number): string {
  const day = formatMoment(iso, now);
  const clock = formatClock(iso);
  return day === clock ? clock : `${day} ${clock}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration as people say it: "12 s", "4 min", "2 h 51 min", "3 days". */
export function durationWords(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < MINUTE) {
    return `${Math.round(span / 1000)} s`;
  }
  if (span < HOUR) {
    return `${Math.floor(span / MINUTE)} min`;
  }
  if (span < 2 * DAY) {
    const minutes = Math.floor((span % HOUR) / MINUTE);
    const hours = `${Math.floor(span / HOUR)} h`;
    return minutes > 0 ? `${hours} ${minutes} min` : hours;
  }
  return `${Math.floor(span / DAY)} days`;
}

/** Milliseconds since then; `undefined` when nobody knows since when. */
export function ageOf(
  since: string | undefined,
  now: Date,
): number | undefined {
  return since === undefined ? undefined : now.getTime() - Date.parse(since);
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 copy", "2 copies". */
export function copiesWords(count: number): string {
  return count === 1 ? '1 copy' : `${count} copies`;
}

/** Every value once, in the order of its first appearance. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

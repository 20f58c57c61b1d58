const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration as people say it: "12 s", "4 min", "2 h 51 min", "3 days". */
export function durationWords(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < MINUTE) {
    return `${Math.floor(span / 1000)} s`;
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

/** " for 29 min"; empty when nobody knows since when. */
export function forSpan(since: string | undefined, now: Date): string {
  const age = ageOf(since, now);
  return age === undefined || Number.isNaN(age)
    ? ''
    : ` for ${durationWords(age)}`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2
    ? last
    : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** "1 pod", "2 pods". */
export function countWords(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A sentence as a part of another: without its full stop. */
export function asClause(sentence: string): string {
  return sentence.replace(/[.\s]+$/, '');
}

/** The first letter large: environments begin sentences. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every value once, in the order of its first appearance. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

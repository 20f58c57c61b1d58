/** Bounds and words of each field: minute, hour, day of month, month, day of week. */
const FIELDS = [
  { least: 0, most: 59, words: [] },
  { least: 0, most: 23, words: [] },
  { least: 1, most: 31, words: [] },
  {
    least: 1,
    most: 12,
    words: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' '),
  },
  // No 7 for Sunday, which some other crons have.
  { least: 0, most: 6, words: 'sun mon tue wed thu fri sat'.split(' ') },
] as const;

interface Field {
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
}

const PART = /^(\*|\w+(?:-\w+)?)(?:\/(\d+))?$/;

/**
 * Whether CronJobs, KEDA and the sync windows of Argo CD read it as a schedule. All three refuse the same.
 *
 * @see https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format
 */
export function isSchedule(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  return (
    fields.length === FIELDS.length &&
    FIELDS.every((field, index) =>
      fields[index]!.split(',').every(part => isPart(part, field)),
    )
  );
}

function isPart(part: string, field: Field): boolean {
  const [, range, step] = PART.exec(part) ?? [];
  if (range === undefined || step === '0') return false;
  if (range === '*') return true;
  const [from = NaN, to = from] = range
    .split('-')
    .map(word => numberOf(word, field));
  return from >= field.least && to >= from && to <= field.most;
}

/** NaN for what is no number, and no word of the field. */
function numberOf(word: string, { least, words }: Field): number {
  const index = words.indexOf(word.toLowerCase());
  if (index >= 0) return index + least;
  return /^\d+$/.test(word) ? Number(word) : NaN;
}

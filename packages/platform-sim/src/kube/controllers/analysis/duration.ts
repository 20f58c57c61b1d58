const UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a Go duration, or of a plain number of seconds. */
export function durationMs(value: string | number | undefined): number {
  if (value === undefined) return 0;
  const text = String(value);
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ms|s|m|h)/g)) {
    total += Number(amount) * (UNIT[unit ?? ''] ?? 0);
  }
  return total;
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a pause as manifests write it: seconds (`30`) or a Go duration (`1h30m`). */
export function parseStepDuration(text: string): number | undefined {
  if (/^\d+$/.test(text)) {
    return Number(text) * 1000;
  }
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h))+$/.test(text)) {
    return undefined;
  }
  let total = 0;
  for (const [, amount, unit = ''] of text.matchAll(
    /(\d+(?:\.\d+)?)(ms|s|m|h)/g,
  )) {
    total += Number(amount) * (UNITS[unit] ?? 0);
  }
  return total;
}

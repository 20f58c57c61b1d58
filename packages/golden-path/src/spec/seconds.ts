const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `90s`, `5m`, `1h` or bare seconds, in seconds; 0 for anything else, which the schema refuses. */
export function secondsOf(duration: string): number {
  const match = /^(\d+)(s|m|h)?$/.exec(duration);
  return match ? Number(match[1]) * (UNITS[match[2] ?? 's'] ?? 0) : 0;
}

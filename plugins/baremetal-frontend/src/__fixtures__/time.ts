/** When all fixtures were answered. */
export const NOW = '2026-11-22T14:31:00.000Z';

const UNITS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A moment before {@link NOW}. */
export function ago(count: number, unit: keyof typeof UNITS): string {
  return new Date(Date.parse(NOW) - count * UNITS[unit]).toISOString();
}

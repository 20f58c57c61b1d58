export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * Pause before the next try after a number of failures in a row: doubles up to the longest, and lies anywhere in its
 * upper half, so that the streams of many kinds do not come back together.
 */
export function pauseAfter(
  failures: number,
  { firstMs, longestMs, random }: BackoffOptions,
): number {
  const whole = Math.min(firstMs * 2 ** Math.max(0, failures - 1), longestMs);
  return Math.round(whole / 2 + (whole / 2) * random());
}

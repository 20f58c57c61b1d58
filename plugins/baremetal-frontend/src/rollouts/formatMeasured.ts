import type { MetricView } from '@baremetal/backstage-plugin-baremetal-common';

/** A measured number with as many digits as a person compares: `0.9986`, `184 ms`, `1.2 s`. */
export function formatMeasured(
  value: number,
  unit: MetricView['unit'],
): string {
  if (unit !== 's') {
    return round(value, 4);
  }
  return Math.abs(value) < 1
    ? `${round(value * 1000, 3)} ms`
    : `${round(value, 3)} s`;
}

function round(value: number, digits: number): string {
  return String(Number(value.toPrecision(digits)));
}

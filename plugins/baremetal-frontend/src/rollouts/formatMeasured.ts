/** A measured number with as many digits as a person compares: `0.998`, `184.3`, `12`. */
export function formatMeasured(value: number): string {
  if (Number.isInteger(value)) {
    return String(value);
  }
  return String(
    Math.abs(value) >= 10
      ? Number(value.toFixed(1))
      : Number(value.toPrecision(3)),
  );
}

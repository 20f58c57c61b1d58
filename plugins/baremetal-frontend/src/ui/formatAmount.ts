const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes in the binary unit that leaves the fewest digits: `20 GiB`, `1.5 GiB`, `512 MiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < BINARY.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return `${value.toFixed(digits)} ${BINARY[unit]}`;
}

/** CPU as a pod asks for it: `500 m`, `2 cores`. */
export function formatCpu(millis: number): string {
  return millis >= 1000 && millis % 1000 === 0
    ? `${millis / 1000} ${millis === 1000 ? 'core' : 'cores'}`
    : `${millis} m`;
}

import { formatBytes, formatCpu } from './formatAmount';

it.each([
  [0, '0 B'],
  [512 * 2 ** 20, '512 MiB'],
  [1.5 * 2 ** 30, '1.5 GiB'],
  [20 * 2 ** 30, '20 GiB'],
  [1023, '1023 B'],
  [2 ** 60, '1024 PiB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

it.each([
  [200, '200 m'],
  [1000, '1 core'],
  [1500, '1500 m'],
  [4000, '4 cores'],
])('%d millicores are %s', (millis, words) => {
  expect(formatCpu(millis)).toBe(words);
});

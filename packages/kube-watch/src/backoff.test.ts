import { pauseAfter } from './backoff';

it.each([
  [1, 0, 250],
  [1, 1, 500],
  [2, 1, 1_000],
  [4, 0.5, 3_000],
  [40, 1, 30_000],
])('after %i failures and a draw of %d waits %i ms', (failures, draw, ms) => {
  const options = { firstMs: 500, longestMs: 30_000, random: () => draw };
  expect(pauseAfter(failures, options)).toBe(ms);
});

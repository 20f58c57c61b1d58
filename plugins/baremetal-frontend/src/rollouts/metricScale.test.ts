import type { MetricView } from '@baremetal/backstage-plugin-baremetal-common';
import { formatMeasured } from './formatMeasured';
import { metricScale } from './metricScale';

const BOX = { top: 10, bottom: 110 };

function metric(
  values: readonly (number | undefined)[],
  limit?: number,
): MetricView {
  return {
    name: 'm',
    rule: '',
    status: { tone: 'ok', words: '' },
    words: '',
    limit:
      limit === undefined ? undefined : { value: limit, goodIsAbove: true },
    measurements: values.map(value => ({
      at: '2026-11-22T14:00:00Z',
      value,
      outcome: value === undefined ? 'noData' : 'good',
    })),
  };
}

describe('metricScale', () => {
  it.each([
    ['values around a limit', [0.91, 0.998], 0.99],
    ['a flat line', [5, 5, 5], undefined],
    ['zero only', [0], undefined],
    ['negative values', [-3, -1], 0],
  ])('keeps %s and their limit inside the box', (_, values, limit) => {
    const scale = metricScale(metric(values, limit), BOX);
    const heights = [...values, ...(limit === undefined ? [] : [limit])].map(
      value => scale?.y(value) ?? NaN,
    );
    for (const height of heights) {
      expect(height).toBeGreaterThanOrEqual(BOX.top);
      expect(height).toBeLessThanOrEqual(BOX.bottom);
    }
    expect(scale?.ticks.length).toBeGreaterThan(1);
  });

  it('puts more above less', () => {
    const scale = metricScale(metric([1, 2]), BOX);
    expect(scale?.y(2)).toBeLessThan(scale?.y(1) ?? 0);
  });

  it('has no scale when no number came', () => {
    expect(metricScale(metric([undefined], 0.99), BOX)).toBeUndefined();
    expect(metricScale(metric([]), BOX)).toBeUndefined();
  });
});

it.each([
  [0.998, undefined, '0.998'],
  [0.99861, undefined, '0.9986'],
  [1.005, undefined, '1.005'],
  [184.26, undefined, '184.3'],
  [250, undefined, '250'],
  [0, undefined, '0'],
  [0.13272134, 's', '133 ms'],
  [0.0052, 's', '5.2 ms'],
  [1.25, 's', '1.25 s'],
] as const)('%d %s is printed as %s', (value, unit, words) => {
  expect(formatMeasured(value, unit)).toBe(words);
});

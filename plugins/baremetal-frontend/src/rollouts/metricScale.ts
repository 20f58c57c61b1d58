import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { MetricView } from '@baremetal/backstage-plugin-baremetal-common';

export interface MetricScale {
  /** Pixels from the top of a value. */
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
}

/**
 * The scale of a metric's chart: everything that was measured and the limit, with room above for the printed values.
 *
 * @returns `undefined` when nothing was measured: then there is nothing to scale.
 */
export function metricScale(
  metric: MetricView,
  box: { readonly top: number; readonly bottom: number },
): MetricScale | undefined {
  const values = metric.measurements.flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const [low, high] = extent([
    ...values,
    ...(metric.limit ? [metric.limit.value] : []),
  ]);
  if (values.length === 0 || low === undefined || high === undefined) {
    return undefined;
  }
  // A flat line gets a band around it, so that it does not fill the picture.
  const room = (high - low || Math.abs(high) || 1) * 0.25;
  const scale = scaleLinear()
    .domain([low - room, high + room])
    .nice(3)
    .range([box.bottom, box.top]);
  return { y: value => scale(value), ticks: scale.ticks(3) };
}

import type { MetricRow } from '../kube';
import type { MetricView } from '../wire/rolloutView';

/** The bound of a metric, where its conditions compare the result with one number. */
export interface MetricLimit {
  readonly value: number;
  readonly goodIsAbove: boolean;
  /** The bound itself is good. */
  readonly inclusive: boolean;
}

const COMPARISON =
  /\bresult(?:\[0\])?\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/;

/** The comparison of the result itself: guards such as `len(result) > 0` are not bounds. */
function comparisonIn(condition: string | undefined): RegExpExecArray | null {
  const bare = (condition ?? '')
    .replace(/\bas(?:Float|Int)\(([^()]*)\)/g, '$1')
    .replace(/\b\w+\([^()]*\)/g, 'guard');
  return COMPARISON.exec(bare);
}

/** Reads the bound out of the success condition, else out of the failure condition turned round. */
export function metricLimit({
  successCondition,
  failureCondition,
}: Pick<MetricRow, 'successCondition' | 'failureCondition'>):
  | MetricLimit
  | undefined {
  const success = comparisonIn(successCondition);
  if (success) {
    const [, operator = '', value = ''] = success;
    return {
      value: Number(value),
      goodIsAbove: operator.startsWith('>'),
      inclusive: operator.endsWith('='),
    };
  }
  const failure = comparisonIn(failureCondition);
  if (failure) {
    const [, operator = '', value = ''] = failure;
    return {
      value: Number(value),
      goodIsAbove: operator.startsWith('<'),
      inclusive: !operator.endsWith('='),
    };
  }
  return undefined;
}

/** Seconds where the metric says that it measures them; otherwise a bare number. */
export type MetricUnit = MetricView['unit'];

/** The unit as far as name and query give it away. */
export function metricUnit({
  name,
  query,
}: Pick<MetricRow, 'name' | 'query'>): MetricUnit {
  return /seconds/.test(name) ||
    (/histogram_quantile/.test(query ?? '') && /_seconds/.test(query ?? ''))
    ? 's'
    : undefined;
}

/** "0.998", "184 ms", "1.2 s". */
export function formatMetric(value: number, unit: MetricUnit): string {
  if (unit === 's') {
    return Math.abs(value) < 1
      ? `${Number((value * 1000).toPrecision(3))} ms`
      : `${Number(value.toPrecision(3))} s`;
  }
  return `${Number(value.toPrecision(4))}`;
}

/** "at least 0.99, 2 misses allowed" */
export function ruleWords(metric: MetricRow): string {
  return `${boundWords(metric)}, ${allowanceWords(metric)}`;
}

function boundWords(metric: MetricRow): string {
  const limit = metricLimit(metric);
  if (limit === undefined) {
    const { successCondition, failureCondition } = metric;
    if (successCondition) {
      return `good when ${successCondition}`;
    }
    return failureCondition
      ? `a miss when ${failureCondition}`
      : 'every value is good';
  }
  const amount = formatMetric(limit.value, metricUnit(metric));
  if (limit.goodIsAbove) {
    return `${limit.inclusive ? 'at least' : 'more than'} ${amount}`;
  }
  return `${limit.inclusive ? 'at most' : 'less than'} ${amount}`;
}

function allowanceWords({ failureLimit, dryRun }: MetricRow): string {
  if (dryRun) {
    return 'only looked at, decides nothing';
  }
  if (failureLimit < 0) {
    return 'misses do not fail it';
  }
  if (failureLimit === 0) {
    return 'no miss allowed';
  }
  return `${failureLimit} ${failureLimit === 1 ? 'miss' : 'misses'} allowed`;
}

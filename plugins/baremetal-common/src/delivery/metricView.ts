import type { MeasurementRow, MetricResultRow, MetricRow } from '../kube';
import type { MeasurementView, MetricView } from '../wire/rolloutView';
import { formatMetric, metricLimit, metricUnit, ruleWords } from './metricRule';

/** One metric of an analysis, with what came back and what it means. */
export function toMetricView(metric: MetricRow): MetricView {
  const limit = metricLimit(metric);
  const unit = metricUnit(metric);
  const measurements = (metric.result?.measurements ?? []).flatMap(
    toMeasurement,
  );
  return {
    name: metric.name,
    rule: ruleWords(metric),
    ...(limit && {
      limit: { value: limit.value, goodIsAbove: limit.goodIsAbove },
    }),
    ...(unit && { unit }),
    status: statusOf(metric),
    measurements,
    ...(metric.query !== undefined && { query: metric.query }),
    words: wordsOf(metric, measurements),
  };
}

function toMeasurement(row: MeasurementRow): MeasurementView[] {
  const at = row.finishedAt ?? row.startedAt;
  if (at === undefined) {
    return [];
  }
  const value = parseValue(row.value);
  return [
    {
      at,
      outcome: outcomeOf(row, value),
      ...(value !== undefined && { value }),
    },
  ];
}

/** The number in `[0.998]` or `0.998`; nothing in `[]`, `[NaN]` or words. */
export function parseValue(text: string | undefined): number | undefined {
  const [first] = (text ?? '').replace(/^\[|\]$/g, '').split(/[\s,]+/);
  const value = first ? Number(first) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

function outcomeOf(
  { phase, message }: MeasurementRow,
  value: number | undefined,
): MeasurementView['outcome'] {
  switch (phase) {
    case 'Successful':
      return 'good';
    case 'Failed':
      return 'miss';
    case 'Error':
      // An expression that takes the first of an empty answer throws; that is no fault of the metrics server.
      return /index out of range|slice index|cannot fetch 0/i.test(
        message ?? '',
      )
        ? 'noData'
        : 'error';
    case 'Inconclusive':
    case 'Pending':
    case 'Running':
    case '':
      return value === undefined ? 'noData' : 'inconclusive';
  }
}

function statusOf({ result }: MetricRow): MetricView['status'] {
  if (result === undefined) {
    return { tone: 'busy', words: 'Not measured yet' };
  }
  const { count, successful, failed, error } = result;
  switch (result.phase) {
    case 'Successful':
      return failed > 0
        ? { tone: 'ok', words: `${failed} of ${count} missed, allowed` }
        : { tone: 'ok', words: `${successful} of ${count} good` };
    case 'Failed':
      return { tone: 'bad', words: `${failed} of ${count} missed` };
    case 'Error':
      return { tone: 'bad', words: `${error} could not be measured` };
    case 'Inconclusive':
      return { tone: 'wait', words: undecidedWords(result) };
    case 'Running':
    case 'Pending':
    case '':
      return { tone: 'busy', words: runningWords(result) };
  }
}

function undecidedWords({
  measurements,
  inconclusive,
}: MetricResultRow): string {
  const empty = measurements.every(
    ({ value }) => parseValue(value) === undefined,
  );
  return empty ? 'No data' : `${inconclusive} undecided`;
}

function runningWords({ count, failed, successful }: MetricResultRow): string {
  if (count === 0) {
    return 'Not measured yet';
  }
  return failed > 0
    ? `${failed} of ${count} missed so far`
    : `${successful} of ${count} good so far`;
}

function wordsOf(
  metric: MetricRow,
  measurements: readonly MeasurementView[],
): string {
  const values = measurements.flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const unit = metricUnit(metric);
  const last = values.at(-1);
  const { failed = 0, error = 0, message } = metric.result ?? {};
  if (last === undefined) {
    return error > 0 && message
      ? `Nothing could be measured: ${message}`
      : 'No number came back: without traffic there is nothing to judge.';
  }
  const limit = metricLimit(metric);
  const worst = limit?.goodIsAbove ? Math.min(...values) : Math.max(...values);
  const amounts =
    limit === undefined || worst === last
      ? `Last${limit && values.length > 1 ? ' and worst' : ''} ${formatMetric(
          last,
          unit,
        )}`
      : `Last ${formatMetric(last, unit)}, worst ${formatMetric(worst, unit)}`;
  return `${amounts}. ${missWords(failed, measurements)}`;
}

function missWords(
  failed: number,
  measurements: readonly MeasurementView[],
): string {
  const empty = measurements.filter(
    ({ outcome }) => outcome === 'noData',
  ).length;
  const missed =
    failed === 0
      ? 'No measurement missed the limit.'
      : `${failed} ${
          failed === 1 ? 'measurement' : 'measurements'
        } missed the limit.`;
  return empty > 0 ? `${missed} ${empty} without data.` : missed;
}

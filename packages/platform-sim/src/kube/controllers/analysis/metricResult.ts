import type { Measurement, Metric, Phase } from './measure';

/** `status.metricResults[]` as the controller of Rollouts writes it. */
export interface MetricResult {
  readonly name: string;
  readonly phase: Phase;
  readonly message?: string;
  readonly measurements: readonly Measurement[];
  readonly count?: number;
  readonly successful?: number;
  readonly failed?: number;
  readonly inconclusive?: number;
  readonly error?: number;
  readonly consecutiveError?: number;
  readonly consecutiveSuccess?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

export function isOver(phase: Phase | undefined): boolean {
  return phase !== undefined && phase !== 'Pending' && phase !== 'Running';
}

export function firstResult({ name, provider }: Metric): MetricResult {
  return {
    name,
    phase: 'Running',
    measurements: [],
    metadata: { ResolvedPrometheusQuery: provider.prometheus?.query ?? '' },
  };
}

/** The result with one more measurement, judged by the metric's limits. */
export function withMeasurement(
  metric: Metric,
  result: MetricResult,
  measurement: Measurement,
): MetricResult {
  const { phase } = measurement;
  const plus = (field: Phase, count: number | undefined) =>
    phase === field ? (count ?? 0) + 1 : count;
  const isError = phase === 'Error';
  const isSuccess = phase === 'Successful';
  const counted: MetricResult = {
    ...result,
    measurements: [...result.measurements, measurement].slice(-10),
    count: isError ? result.count : (result.count ?? 0) + 1,
    successful: plus('Successful', result.successful),
    failed: plus('Failed', result.failed),
    inconclusive: plus('Inconclusive', result.inconclusive),
    error: plus('Error', result.error),
    consecutiveError: isError ? (result.consecutiveError ?? 0) + 1 : undefined,
    consecutiveSuccess: isSuccess
      ? (result.consecutiveSuccess ?? 0) + 1
      : undefined,
  };
  return { ...counted, ...assess(metric, counted) };
}

function assess(
  metric: Metric,
  result: MetricResult,
): { phase: Phase; message?: string } {
  const over = (
    phase: Phase,
    what: string,
    limit: [string, number],
    count = 0,
  ) =>
    limit[1] >= 0 && count > limit[1]
      ? { phase, message: `${what} (${count}) > ${limit[0]} (${limit[1]})` }
      : undefined;
  const {
    failureLimit = 0,
    inconclusiveLimit = 0,
    consecutiveErrorLimit = 4,
  } = metric;
  const bad =
    over('Failed', 'failed', ['failureLimit', failureLimit], result.failed) ??
    over(
      'Inconclusive',
      'inconclusive',
      ['inconclusiveLimit', inconclusiveLimit],
      result.inconclusive,
    ) ??
    over(
      'Error',
      'consecutiveErrors',
      ['consecutiveErrorLimit', consecutiveErrorLimit],
      result.consecutiveError,
    );
  if (bad) return bad;
  const wanted = metric.count ?? (metric.interval === undefined ? 1 : Infinity);
  return { phase: (result.count ?? 0) >= wanted ? 'Successful' : 'Running' };
}

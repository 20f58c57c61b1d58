import type { MetricQuery } from '../context';
import { toStamp } from '../../../clock';
import { evaluateExpression } from './expression';

export type Phase =
  | 'Pending'
  | 'Running'
  | 'Successful'
  | 'Failed'
  | 'Inconclusive'
  | 'Error';

export interface Measurement {
  readonly phase: Phase;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly value?: string;
  readonly message?: string;
}

/** A metric of an analysis run, arguments already filled in. */
export interface Metric {
  readonly name: string;
  readonly interval?: string | number;
  readonly initialDelay?: string | number;
  readonly count?: number;
  readonly failureLimit?: number;
  readonly inconclusiveLimit?: number;
  readonly consecutiveErrorLimit?: number;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  readonly provider: { readonly prometheus?: { readonly query: string } };
}

/** Asks once and judges the answer by the metric's conditions. */
export function measure(
  metric: Metric,
  query: MetricQuery,
  nowMs: number,
): Measurement {
  const at = toStamp(nowMs);
  const times = { startedAt: at, finishedAt: at };
  try {
    const { prometheus } = metric.provider;
    if (!prometheus) throw new Error('the provider is not simulated');
    const result = query(prometheus.query, nowMs / 1000);
    const value = `[${result.map(numberText).join(',')}]`;
    return { phase: judge(metric, result), ...times, value };
  } catch (error) {
    return { phase: 'Error', ...times, message: (error as Error).message };
  }
}

function judge(metric: Metric, result: readonly number[]): Phase {
  const { successCondition, failureCondition } = metric;
  const holds = (condition: string | undefined) =>
    condition !== undefined &&
    evaluateExpression(condition, { result }) === true;
  const fails = holds(failureCondition);
  const succeeds = holds(successCondition);
  if (fails) return 'Failed';
  if (succeeds) return 'Successful';
  if (!successCondition) return 'Successful';
  return failureCondition ? 'Inconclusive' : 'Failed';
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? '+Inf' : '-Inf';
}

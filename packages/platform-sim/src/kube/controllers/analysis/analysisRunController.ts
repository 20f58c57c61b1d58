import { KINDS } from '../../kinds';
import type { KubeObject } from '../../objects';
import { keyOf, sameJson } from '../../objects';
import type { ControllerContext } from '../context';
import { findLive, wakeSelf } from '../context';
import type { Controller } from '../ControllerLoop';
import { durationMs } from './duration';
import { measure, type Metric, type Phase } from './measure';
import {
  firstResult,
  isOver,
  withMeasurement,
  type MetricResult,
} from './metricResult';

const ERROR_RETRY_MS = 10_000;
/** Worst first. */
const PHASES: readonly Phase[] = ['Failed', 'Error', 'Inconclusive'];

/** Takes the measurements of analysis runs when they are due and judges them. */
export function analysisRunController(context: ControllerContext): Controller {
  return {
    name: 'analysisruns',
    wakes: [{ kind: KINDS.analysisruns, keys: wakeSelf }],
    reconcile(key) {
      const run = findLive(context, KINDS.analysisruns, key);
      if (!run || isOver(run.status?.phase)) return undefined;
      const status = advance(context, run);
      if (!sameJson(status, run.status)) {
        context.objects.update(KINDS.analysisruns, keyOf(run), live => ({
          ...live,
          status,
        }));
      }
      return isOver(status.phase)
        ? undefined
        : nextDue(context, run, status.metricResults);
    },
  };
}

function advance(context: ControllerContext, run: KubeObject) {
  const { clock, queryMetric } = context;
  const metrics: readonly Metric[] = run.spec.metrics;
  const startedAt: string = run.status?.startedAt ?? clock.stamp();
  const terminated = run.spec.terminate === true;
  let results = metrics.map(metric => {
    const known = resultOf(run, metric) ?? firstResult(metric);
    if (terminated || isOver(known.phase)) return known;
    if (dueAt(metric, known, startedAt) > clock.now()) return known;
    return withMeasurement(
      metric,
      known,
      measure(metric, queryMetric, clock.now()),
    );
  });
  const verdict = terminated ? terminatedVerdict() : judge(results);
  if (isOver(verdict.phase)) {
    results = results.map(result =>
      isOver(result.phase)
        ? result
        : { ...result, phase: 'Successful', message: 'Metric Terminated' },
    );
  }
  return {
    ...verdict,
    startedAt,
    ...(isOver(verdict.phase) && { completedAt: clock.stamp() }),
    metricResults: results,
    runSummary: summarize(metrics.length, results),
    dryRunSummary: {},
  };
}

function resultOf(run: KubeObject, { name }: Metric): MetricResult | undefined {
  return run.status?.metricResults?.find(
    (one: MetricResult) => one.name === name,
  );
}

function dueAt(
  metric: Metric,
  result: MetricResult,
  startedAt: string,
): number {
  const last = result.measurements[result.measurements.length - 1];
  if (!last) return Date.parse(startedAt) + durationMs(metric.initialDelay);
  const interval =
    last.phase === 'Error' && metric.interval === undefined
      ? ERROR_RETRY_MS
      : durationMs(metric.interval);
  return Date.parse(last.finishedAt) + interval;
}

function nextDue(
  { clock }: ControllerContext,
  run: KubeObject,
  results: readonly MetricResult[],
): number {
  const startedAt = run.status?.startedAt ?? clock.stamp();
  const waits = (run.spec.metrics as readonly Metric[]).flatMap((metric, i) => {
    const result = results[i];
    return !result || isOver(result.phase)
      ? []
      : [dueAt(metric, result, startedAt) - clock.now()];
  });
  return Math.max(0, Math.min(...waits));
}

function terminatedVerdict(): { phase: Phase; message?: string } {
  return { phase: 'Successful', message: 'Run Terminated' };
}

function judge(results: readonly MetricResult[]): {
  phase: Phase;
  message?: string;
} {
  for (const phase of PHASES) {
    const bad = results.find(result => result.phase === phase);
    if (bad) {
      const message = `Metric "${bad.name}" assessed ${phase} due to ${bad.message}`;
      return { phase, message };
    }
  }
  return {
    phase: results.every(({ phase }) => isOver(phase))
      ? 'Successful'
      : 'Running',
  };
}

function summarize(count: number, results: readonly MetricResult[]): object {
  const of = (phase: Phase) =>
    results.filter(result => result.phase === phase).length || undefined;
  return {
    count,
    successful: of('Successful'),
    failed: of('Failed'),
    inconclusive: of('Inconclusive'),
    error: of('Error'),
  };
}

import type { AnalysisRunRow } from '../kube';
import { countWords } from '../quantity/words';
import type { AnalysisView, MetricView } from '../wire/rolloutView';
import { formatMetric } from './metricRule';
import { toMetricView } from './metricView';

/** An analysis run with its metrics, ready to be shown. */
export function toAnalysisView(run: AnalysisRunRow): AnalysisView {
  const metrics = run.metrics.map(toMetricView);
  const phase = phaseOf(run);
  return {
    name: run.name,
    ...(run.stepIndex !== undefined && { step: run.stepIndex + 1 }),
    phase,
    status: statusOf(phase, metrics, run.message),
    ...(run.startedAt !== undefined && { startedAt: run.startedAt }),
    ...(run.completedAt !== undefined && { finishedAt: run.completedAt }),
    metrics,
  };
}

function phaseOf({ phase }: AnalysisRunRow): AnalysisView['phase'] {
  switch (phase) {
    case 'Running':
      return 'running';
    case 'Successful':
      return 'successful';
    case 'Failed':
      return 'failed';
    case 'Error':
      return 'error';
    case 'Inconclusive':
      return 'inconclusive';
    case 'Pending':
    case '':
      return 'pending';
  }
}

function statusOf(
  phase: AnalysisView['phase'],
  metrics: readonly MetricView[],
  message: string | undefined,
): AnalysisView['status'] {
  const bad = metrics.filter(({ status }) => status.tone === 'bad').length;
  switch (phase) {
    case 'successful':
      return { tone: 'ok', words: 'Good' };
    case 'failed':
      return {
        tone: 'bad',
        words:
          bad > 0
            ? `${bad} of ${countWords(metrics.length, 'metric')} failed`
            : 'Failed',
      };
    case 'error':
      return {
        tone: 'bad',
        words: message ? `Not measurable: ${message}` : 'Not measurable',
      };
    case 'inconclusive':
      return { tone: 'wait', words: 'Undecided' };
    case 'running':
      return { tone: 'busy', words: 'Measuring' };
    case 'pending':
      return { tone: 'busy', words: 'Not started' };
  }
}

/** "success-rate 0.91 < 0.99 in 3 of 5 measurements": why an analysis failed, in one line. */
export function failureWords(analysis: AnalysisView): string | undefined {
  const failed = analysis.metrics.find(({ status }) => status.tone === 'bad');
  if (failed === undefined) {
    return undefined;
  }
  const missed = failed.measurements.filter(
    ({ outcome }) => outcome === 'miss',
  );
  const last = missed.at(-1)?.value;
  if (last === undefined || failed.limit === undefined) {
    return `${failed.name}: ${failed.status.words}`;
  }
  const { value, goodIsAbove } = failed.limit;
  const sign = goodIsAbove ? '<' : '>';
  return `${failed.name} ${shown(last, failed)} ${sign} ${shown(
    value,
    failed,
  )} in ${missed.length} of ${countWords(
    failed.measurements.length,
    'measurement',
  )}`;
}

function shown(value: number, { unit }: MetricView): string {
  return formatMetric(value, unit);
}

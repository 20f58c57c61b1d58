import { countWords } from '../quantity/words';
import type { AnalysisView, PodView } from '../wire/rolloutView';
import type { Statement } from '../wire/statement';
import type { Problem } from '../wire/reading';

/** What somebody who decides on a waiting rollout wants to know, one condition a line. */
export function toGuard(facts: {
  readonly analyses: readonly AnalysisView[];
  readonly problem?: Problem;
  readonly pods: readonly PodView[];
}): readonly Statement[] {
  return [...analysisGuard(facts), podGuard(facts.pods)];
}

function analysisGuard({
  analyses,
  problem,
}: Pick<Parameters<typeof toGuard>[0], 'analyses' | 'problem'>): Statement[] {
  if (problem) {
    return [
      {
        tone: 'unknown',
        sentence: 'Whether the analysis is good is unknown.',
        detail: problem.message,
      },
    ];
  }
  const latest = analyses.at(-1);
  if (latest === undefined) {
    return [
      {
        tone: 'unknown',
        sentence: 'No analysis has looked at this version.',
        detail: 'Whether it is good must be judged by hand.',
      },
    ];
  }
  const detail = latest.metrics
    .map(({ name, status, rule }) => `${name}: ${status.words} (${rule})`)
    .join('; ');
  return [
    {
      tone: latest.status.tone,
      sentence: analysisSentence(latest),
      ...(detail && { detail }),
    },
  ];
}

function analysisSentence({ phase, metrics }: AnalysisView): string {
  const count = metrics.reduce(
    (sum, { measurements }) => sum + measurements.length,
    0,
  );
  switch (phase) {
    case 'successful':
      return `Analysis is good, ${countWords(count, 'measurement')}.`;
    case 'failed':
      return 'Analysis failed.';
    case 'error':
      return 'Analysis could not measure.';
    case 'inconclusive':
      return 'Analysis is undecided.';
    case 'running':
      return `Analysis is running, ${countWords(count, 'measurement')} so far.`;
    case 'pending':
      return 'Analysis has not started.';
  }
}

function podGuard(pods: readonly PodView[]): Statement {
  const current = pods.filter(({ role }) => role !== 'other');
  const ready = current.filter(({ status }) => status.tone === 'ok').length;
  const restarts = current.reduce((sum, pod) => sum + pod.restarts, 0);
  const detail =
    restarts === 0
      ? 'no restarts'
      : `${countWords(restarts, 'restart')}: ${current
          .filter(pod => pod.restarts > 0)
          .map(({ name }) => name)
          .join(', ')}`;
  return ready === current.length && current.length > 0
    ? {
        tone: 'ok',
        sentence: `All ${countWords(ready, 'pod')} are ready.`,
        detail,
      }
    : {
        tone: current.length === 0 ? 'unknown' : 'warn',
        sentence: `${ready} of ${countWords(current.length, 'pod')} ready.`,
        detail,
      };
}

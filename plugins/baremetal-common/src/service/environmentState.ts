import { plainReason } from '../delivery/rolloutStatus';
import { countWords } from '../quantity/words';
import type { Known } from '../wire/reading';
import type { PodView, RolloutDetail } from '../wire/rolloutView';
import type { EnvironmentState, TwoLines } from '../wire/serviceOverview';
import type { Tone } from '../wire/statement';
import { runningPods } from './runningPods';

/** What is known of one environment beside its rollouts. */
export interface EnvironmentLines {
  readonly storage: Known<TwoLines>;
  readonly capacity: Known<TwoLines>;
}

/** One environment's column: the first workload is the service, the others stand beside it. */
export function toEnvironmentState(
  main: RolloutDetail,
  beside: readonly RolloutDetail[],
  lines: EnvironmentLines,
): EnvironmentState {
  const { since, stable, canary, weight } = main;
  return {
    namespace: main.namespace,
    status: worstStatus(main, beside),
    ...(since !== undefined && { since }),
    ...(stable && { version: stable }),
    ...(canary && { next: canary }),
    ...(canary && weight !== undefined && { nextWeight: weight }),
    pods: main.job ? runningPods(main) : podLines(main),
    rollout: main.job ? main.job.last : rolloutLines(main),
    ...(main.job && { job: main.job }),
    ...lines,
  };
}

/** The service's own state, unless something beside it is broken. */
function worstStatus(
  main: RolloutDetail,
  beside: readonly RolloutDetail[],
): EnvironmentState['status'] {
  const broken = beside.find(({ status }) => status.tone === 'bad');
  return main.status.tone !== 'bad' && broken
    ? { tone: 'bad', words: `${broken.name}: ${broken.status.words}` }
    : main.status;
}

function podLines({ pods, status }: RolloutDetail): EnvironmentState['pods'] {
  const counted = pods.filter(({ role }) => role !== 'other');
  const ready = counted.filter(isReady).length;
  return {
    tone: podTone(ready, counted.length, status.tone),
    value:
      counted.length === 0 ? 'No pods' : `${ready} of ${counted.length} ready`,
    note: podNote(counted),
    cells: counted.map(pod => ({
      ready: isReady(pod),
      canary: pod.role === 'canary',
    })),
  };
}

function podTone(ready: number, all: number, rollout: Tone): Tone {
  if (all === 0) {
    return 'unknown';
  }
  if (ready === all) {
    return 'ok';
  }
  return ready === 0 && rollout !== 'busy' ? 'bad' : 'warn';
}

function podNote(pods: readonly PodView[]): string {
  const canaries = pods.filter(({ role }) => role === 'canary').length;
  const restarts = pods.reduce((sum, pod) => sum + pod.restarts, 0);
  const again =
    restarts === 0 ? 'no restarts' : countWords(restarts, 'restart');
  return canaries === 0
    ? again
    : `${pods.length - canaries} stable, ${canaries} canary, ${again}`;
}

function isReady({ status }: PodView): boolean {
  return status.tone === 'ok';
}

function rolloutLines(main: RolloutDetail): TwoLines {
  const { phase, status, stepWords, message = '' } = main;
  const { tone } = status;
  switch (phase) {
    case 'healthy':
    case 'notRun':
      return { tone, value: 'Finished', note: mannerWords(main) };
    case 'paused':
    case 'progressing':
      return {
        tone,
        value: stepWords || status.words,
        note: stepWords ? progressNote(main) : message,
      };
    case 'aborted':
      return {
        tone,
        value: 'Aborted',
        note: main.revisions[0]?.why || plainReason(message),
      };
    case 'degraded':
    case 'invalid':
    case 'unknown':
      return { tone, value: status.words, note: plainReason(message) };
  }
}

function mannerWords({ kind, steps }: RolloutDetail): string {
  switch (kind) {
    case 'Rollout':
      return steps.length > 0
        ? `canary, ${countWords(steps.length, 'step')}`
        : 'all at once';
    case 'Deployment':
      return 'pods replaced in turn';
    case 'StatefulSet':
      return 'one pod after the other';
    case 'CronJob':
      return 'with its next run';
  }
}

function progressNote({
  analyses,
  analysesProblem,
  steps,
}: RolloutDetail): string {
  const next = steps.find(
    ({ state, kind }) => state === 'next' && kind === 'setWeight',
  );
  const analysis = analysesProblem
    ? 'analysis unknown'
    : analyses.at(-1) &&
      `analysis: ${analyses.at(-1)?.status.words.toLowerCase()}`;
  return [analysis, next ? `next is ${next.value}` : 'then 100 %']
    .filter(Boolean)
    .join(', ');
}

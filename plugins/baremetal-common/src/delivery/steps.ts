import type { AnalysisRunRow, CanaryStepRow, RolloutRow } from '../kube';
import { durationWords } from '../quantity/words';
import type { RolloutStepView } from '../wire/rolloutView';
import { isFullyPromoted, rolloutPhase } from './rolloutPhase';
import { parseStepDuration } from './stepDuration';

type StepState = RolloutStepView['state'];

/** Steps of a canary, with the times that the platform says; empty for other strategies. */
export function toSteps(
  rollout: RolloutRow,
  runs: readonly AnalysisRunRow[],
  now: Date,
): readonly RolloutStepView[] {
  const { strategy } = rollout;
  if (strategy.kind !== 'canary') {
    return [];
  }
  const failed = failedStep(rollout, runs);
  return strategy.steps.map((step, index) => {
    const state = stepState(rollout, index, failed);
    const times = stepTimes(rollout, runs, index, state);
    return {
      number: index + 1,
      kind: kindOf(step),
      state,
      value: valueOf(step),
      note: noteOf(state, times, now),
      ...times,
    };
  });
}

/**
 * The step whose analysis ended an aborted rollout. The controller sets the
 * step back to the first one, so only the analysis still knows.
 */
export function failedStep(
  rollout: RolloutRow,
  runs: readonly AnalysisRunRow[],
): number | undefined {
  if (!rollout.status.aborted || isFullyPromoted(rollout)) {
    return undefined;
  }
  return runs
    .filter(
      ({ podHash, phase }) =>
        podHash === rollout.status.currentPodHash &&
        (phase === 'Failed' || phase === 'Error'),
    )
    .map(({ stepIndex }) => stepIndex)
    .filter(index => index !== undefined)
    .sort((a, b) => a - b)
    .at(-1);
}

/** "3 of 8 steps done"; empty for rollouts without steps. */
export function stepWords(steps: readonly RolloutStepView[]): string {
  const done = steps.filter(({ state }) => state === 'done').length;
  if (steps.length === 0) {
    return '';
  }
  return done === steps.length
    ? 'all steps done'
    : `${done} of ${steps.length} steps done`;
}

function stepState(
  rollout: RolloutRow,
  index: number,
  failed: number | undefined,
): StepState {
  const { status } = rollout;
  if (isFullyPromoted(rollout)) {
    return 'done';
  }
  if (status.aborted) {
    if (failed === undefined || index > failed) {
      return 'next';
    }
    return index === failed ? 'failed' : 'done';
  }
  const current = status.currentStepIndex ?? 0;
  if (index < current) {
    return 'done';
  }
  if (index > current) {
    return 'next';
  }
  return rolloutPhase(rollout).phase === 'degraded' ? 'failed' : 'current';
}

function stepTimes(
  { status }: RolloutRow,
  runs: readonly AnalysisRunRow[],
  index: number,
  state: StepState,
): Pick<RolloutStepView, 'startedAt' | 'finishedAt'> {
  const run = runs.find(
    ({ stepIndex, podHash }) =>
      stepIndex === index && podHash === status.currentPodHash,
  );
  if (run?.startedAt !== undefined && state !== 'next') {
    return {
      startedAt: run.startedAt,
      ...(run.completedAt !== undefined && { finishedAt: run.completedAt }),
    };
  }
  const [pause] = status.pauses;
  return state === 'current' && pause ? { startedAt: pause.startedAt } : {};
}

function noteOf(
  state: StepState,
  { startedAt, finishedAt }: ReturnType<typeof stepTimes>,
  now: Date,
): string {
  if (startedAt === undefined) {
    return '';
  }
  const end = finishedAt ? Date.parse(finishedAt) : now.getTime();
  const span = durationWords(end - Date.parse(startedAt));
  if (finishedAt !== undefined) {
    return state === 'failed' ? `failed after ${span}` : `took ${span}`;
  }
  return `for ${span}`;
}

function kindOf(step: CanaryStepRow): RolloutStepView['kind'] {
  return step.kind === 'pause' && step.duration === undefined
    ? 'person'
    : step.kind;
}

function valueOf(step: CanaryStepRow): string {
  switch (step.kind) {
    case 'setWeight':
      return `${step.weight} %`;
    case 'pause':
      return step.duration === undefined ? 'Person' : pauseWords(step.duration);
    case 'analysis':
      return 'Analysis';
    case 'setCanaryScale':
      return step.words;
    case 'experiment':
      return 'Experiment';
    case 'other':
      return step.name;
  }
}

function pauseWords(duration: string): string {
  const span = parseStepDuration(duration);
  return span === undefined ? duration : durationWords(span);
}

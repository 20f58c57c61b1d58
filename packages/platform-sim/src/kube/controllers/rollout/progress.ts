import type { KubeObject } from '../../objects';
import { durationMs } from '../analysis/duration';
import type { ControllerContext } from '../context';
import { timeLeft } from './deadline';
import { ensureStepRun } from './stepAnalysis';
import type { Counts } from './scaling';
import { desiredCounts } from './scaling';
import type { RolloutView } from './view';
import { HASH } from './view';

/** The part of a Rollout's status that says where it is on its way. */
export interface Progress {
  readonly currentPodHash: string;
  readonly currentStepHash: string;
  readonly currentStepIndex?: number;
  readonly stableRS?: string;
  readonly abort?: boolean;
  readonly abortedAt?: string;
  readonly promoteFull?: boolean;
  readonly controllerPause?: boolean;
  readonly pauseConditions?: readonly { reason: string; startTime: string }[];
  readonly canary: any;
  /** Why it was aborted by the controller; kept in its `Progressing` condition. */
  readonly abortMessage?: string;
}

/** Where the Rollout stands now; a new template or new steps begin from the first step. */
export function progressOf(view: RolloutView): Progress {
  const { rollout, hash, stepHash, steps } = view;
  const { status = {} } = rollout;
  const isNew =
    status.currentPodHash !== hash || status.currentStepHash !== stepHash;
  const { stableRS } = status;
  const isStable = stableRS === undefined || stableRS === hash;
  const base = { currentPodHash: hash, currentStepHash: stepHash, stableRS };
  if (isNew) {
    const currentStepIndex = isStable ? steps.length : 0;
    return { ...base, currentStepIndex, canary: {} };
  }
  const { abort, abortedAt, promoteFull, controllerPause, pauseConditions } =
    status;
  const { currentStepIndex, canary = {} } = status;
  return {
    ...base,
    ...{ currentStepIndex, abort, abortedAt, promoteFull, controllerPause },
    pauseConditions: pauseConditions ?? undefined,
    canary,
    abortMessage: abort ? abortMessageOf(rollout) : undefined,
  };
}

function abortMessageOf({ status }: KubeObject): string | undefined {
  const condition = status.conditions?.find(
    ({ type }: any) => type === 'Progressing',
  );
  return condition?.reason === 'RolloutAborted'
    ? /^Rollout aborted update to revision \d+: (.*)$/s.exec(
        condition.message,
      )?.[1]
    : undefined;
}

export function weightOf({ steps }: RolloutView, progress: Progress): number {
  if (progress.abort) return 0;
  const index = progress.currentStepIndex ?? 0;
  if (index >= steps.length) return 100;
  const set = steps
    .slice(0, index + 1)
    .filter(step => step.setWeight !== undefined);
  return set[set.length - 1]?.setWeight ?? 0;
}

/** How many pods of each version there should be now. */
export function countsFor(view: RolloutView, progress: Progress): Counts {
  const { replicas, hash, headroom } = view;
  if (progress.stableRS === undefined || progress.stableRS === hash) {
    return { canary: replicas, stable: 0 };
  }
  if (view.rollout.spec.strategy.blueGreen) {
    return { canary: progress.abort ? 0 : replicas, stable: replicas };
  }
  const weight = weightOf(view, progress);
  if (view.routed) {
    const share = Math.ceil((replicas * weight) / 100);
    return {
      canary: Math.max(share, scaleOf(view, progress)),
      stable: replicas,
    };
  }
  return desiredCounts(replicas, weight, headroom.surge);
}

/** Pods of the new version that its steps asked for beside the weight: for callers with a header, say. */
function scaleOf(view: RolloutView, progress: Progress): number {
  if (progress.abort) return 0;
  const asked = view.steps
    .slice(0, (progress.currentStepIndex ?? 0) + 1)
    .flatMap(({ setCanaryScale }) => setCanaryScale ?? []);
  const { replicas, weight } = asked[asked.length - 1] ?? {};
  return replicas ?? Math.ceil((view.replicas * (weight ?? 0)) / 100);
}

export interface Outcome {
  readonly progress: Progress;
  /** Milliseconds until something happens by itself. */
  readonly wait?: number;
}

/** One step forward on the way of the new version, if it may go on. */
export function advance(
  context: ControllerContext,
  view: RolloutView,
  progress: Progress,
): Outcome {
  const { steps, hash, replicas, current, rollout } = view;
  if (progress.stableRS !== hash && isDone(view, progress)) {
    if ((current.status?.availableReplicas ?? 0) < replicas)
      return { progress };
    const { promoteFull: _, ...rest } = progress;
    return { progress: { ...rest, stableRS: hash, canary: {} } };
  }
  if (progress.stableRS === hash || progress.stableRS === undefined) {
    return {
      progress: withoutPause({
        ...progress,
        currentStepIndex: steps.length,
        abort: undefined,
        abortedAt: undefined,
        promoteFull: undefined,
      }),
    };
  }
  if (progress.abort) return { progress: aborted(context, progress) };
  if (progress.promoteFull) {
    return {
      progress: withoutPause({ ...progress, currentStepIndex: steps.length }),
    };
  }
  if (rollout.spec.paused) return { progress };
  const left = timeLeft(context, view);
  if (left !== undefined && left <= 0 && rollout.spec.progressDeadlineAbort) {
    const abortMessage = `ReplicaSet "${current.metadata.name}" has timed out progressing.`;
    return { progress: { ...aborted(context, progress), abortMessage } };
  }
  // A retry begins anew: the run that failed is not asked again.
  const canary = progress.abortedAt ? {} : progress.canary;
  const outcome = takeStep(context, view, {
    ...progress,
    abortedAt: undefined,
    canary,
  });
  return left === undefined || left <= 0 ? outcome : { wait: left, ...outcome };
}

function isDone(
  { steps }: RolloutView,
  { stableRS, currentStepIndex, abort }: Progress,
): boolean {
  return (
    !abort &&
    (stableRS === undefined || (currentStepIndex ?? 0) >= steps.length)
  );
}

function aborted({ clock }: ControllerContext, progress: Progress): Progress {
  return {
    ...withoutPause(progress),
    abort: true,
    abortedAt: progress.abortedAt ?? clock.stamp(),
    currentStepIndex: 0,
  };
}

function withoutPause(progress: Progress): Progress {
  return {
    ...progress,
    controllerPause: undefined,
    pauseConditions: undefined,
  };
}

function next(progress: Progress): Progress {
  const { currentStepAnalysisRunStatus: _, ...canary } = progress.canary;
  const currentStepIndex = (progress.currentStepIndex ?? 0) + 1;
  return { ...withoutPause(progress), canary, currentStepIndex };
}

function takeStep(
  context: ControllerContext,
  view: RolloutView,
  progress: Progress,
): Outcome {
  const step = view.steps[progress.currentStepIndex ?? 0] ?? {};
  if (step.setWeight !== undefined || step.setCanaryScale) {
    return { progress: isAtCounts(view, progress) ? next(progress) : progress };
  }
  if (step.setHeaderRoute) return { progress: next(progress) };
  if (step.pause) return pause(context, view, { progress, step: step.pause });
  if (step.analysis) return analyse(context, view, progress);
  return { progress };
}

function isAtCounts(view: RolloutView, progress: Progress): boolean {
  const desired = countsFor(view, progress);
  return view.sets.every(set => {
    const hash = set.metadata.labels?.[HASH];
    const wanted =
      (hash === view.hash && desired.canary) ||
      (hash === progress.stableRS && desired.stable) ||
      0;
    const { replicas = 0, availableReplicas = 0 } = set.status ?? {};
    return (
      set.spec.replicas === wanted &&
      replicas === wanted &&
      availableReplicas === wanted
    );
  });
}

function pause(
  { clock }: ControllerContext,
  view: RolloutView,
  {
    progress,
    step: { duration },
  }: { progress: Progress; step: { duration?: string | number } },
): Outcome {
  const isSwitch = Boolean(view.rollout.spec.strategy.blueGreen);
  // There is nothing to look at before the new version stands.
  if (isSwitch && !isAtCounts(view, progress)) return { progress };
  const [condition] = progress.pauseConditions ?? [];
  if (!condition) {
    if (progress.controllerPause) return { progress: next(progress) };
    const pauseConditions = [
      {
        reason: isSwitch ? 'BlueGreenPause' : 'CanaryPauseStep',
        startTime: clock.stamp(),
      },
    ];
    return {
      progress: { ...progress, controllerPause: true, pauseConditions },
    };
  }
  if (duration === undefined) return { progress };
  const wait =
    Date.parse(condition.startTime) + durationMs(duration) - clock.now();
  return wait > 0 ? { progress, wait } : { progress: next(progress) };
}

function analyse(
  context: ControllerContext,
  view: RolloutView,
  progress: Progress,
): Outcome {
  // An inconclusive run pauses; a person who then promotes has judged it.
  if (progress.controllerPause && !progress.pauseConditions) {
    return { progress: next(progress) };
  }
  const run = ensureStepRun(context, view, progress);
  const { phase = 'Pending', message } = run.status ?? {};
  const currentStepAnalysisRunStatus = {
    name: run.metadata.name,
    status: phase,
    ...(message !== undefined && { message }),
  };
  const seen = {
    ...progress,
    canary: { ...progress.canary, currentStepAnalysisRunStatus },
  };
  switch (phase) {
    case 'Successful':
      return { progress: next(progress) };
    case 'Failed':
    case 'Error':
      return {
        progress: {
          ...aborted(context, seen),
          abortMessage: `Step-based analysis phase error/failed: ${message}`,
        },
      };
    case 'Inconclusive': {
      const pauseConditions = progress.pauseConditions ?? [
        { reason: 'InconclusiveAnalysisRun', startTime: context.clock.stamp() },
      ];
      return { progress: { ...seen, controllerPause: true, pauseConditions } };
    }
    default:
      return { progress: seen };
  }
}

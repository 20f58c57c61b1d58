import type { RolloutRow } from '../kube';
import type { RolloutPhase } from '../wire/rolloutView';
import { parseStepDuration } from './stepDuration';

/** What a rollout can be in: only what ends has not run. */
type SpokenPhase = Exclude<RolloutPhase, 'notRun'>;

/** A phase, and what the rollout waits for. */
export interface PhaseAnswer {
  readonly phase: SpokenPhase;
  /** The controller's words, or ours where it says nothing yet. */
  readonly message?: string;
}

/**
 * The phase of a rollout.
 *
 * @remarks
 *
 * `status.phase` alone lies for a moment after each change: it is that of the
 * generation before. So the controller's word counts only once it has seen the
 * object as it is, and once its own pause is consistent. The order of the
 * checks is the meaning, and that of `GetRolloutPhase` in Argo Rollouts.
 */
export function rolloutPhase(rollout: RolloutRow): PhaseAnswer {
  const { status } = rollout;
  if (isNewerThanSeen(rollout)) {
    return {
      phase: 'progressing',
      message: 'change not yet seen by the controller',
    };
  }
  if (status.controllerPause && status.pauses.length === 0) {
    return { phase: 'progressing', message: 'going on after a pause' };
  }
  if (workloadIsNewerThanSeen(rollout)) {
    return {
      phase: 'progressing',
      message: 'pod template not yet seen by the controller',
    };
  }
  const message = status.message;
  return { phase: spokenPhase(rollout), ...(message && { message }) };
}

function spokenPhase({ status }: RolloutRow): SpokenPhase {
  switch (status.phase) {
    case 'Healthy':
      return 'healthy';
    case 'Progressing':
      return 'progressing';
    case 'Paused':
      return 'paused';
    case 'Degraded':
      return degradedPhase(status.message ?? '', status.aborted);
    default:
      return 'unknown';
  }
}

function degradedPhase(message: string, aborted: boolean): SpokenPhase {
  if (message.startsWith('InvalidSpec')) {
    return 'invalid';
  }
  return aborted || message.startsWith('RolloutAborted')
    ? 'aborted'
    : 'degraded';
}

// The field is a string; versions before 1.0 wrote a hash into it, which counts as seen.
function isNewerThanSeen({
  generation,
  observedGeneration,
}: RolloutRow): boolean {
  return (
    observedGeneration !== undefined &&
    /^\d+$/.test(observedGeneration) &&
    Number(observedGeneration) < generation
  );
}

function workloadIsNewerThanSeen({ workload }: RolloutRow): boolean {
  return (
    workload?.generation !== undefined &&
    workload.generation !== workload.observedGeneration
  );
}

/** What a paused rollout waits for. */
export type Wait =
  | { readonly for: 'nothing' }
  | {
      readonly for: 'person';
      readonly why: 'step' | 'inconclusive' | 'byHand' | 'other';
      readonly since?: string;
    }
  /** `milliseconds`: how long the whole pause is, when that can be read. */
  | {
      readonly for: 'clock';
      readonly since: string;
      readonly milliseconds?: number;
    };

/** Whom a paused rollout waits for: a person, or the end of a pause with a duration. */
export function waitOf(rollout: RolloutRow): Wait {
  const { status, specPaused, strategy } = rollout;
  if (rolloutPhase(rollout).phase !== 'paused') {
    return { for: 'nothing' };
  }
  const [pause] = status.pauses;
  if (pause === undefined) {
    return specPaused
      ? { for: 'person', why: 'byHand' }
      : { for: 'person', why: 'other' };
  }
  const since = pause.startedAt;
  if (pause.reason === 'InconclusiveAnalysisRun') {
    return { for: 'person', why: 'inconclusive', since };
  }
  if (pause.reason === 'BlueGreenPause' && strategy.kind === 'blueGreen') {
    const { autoPromotionSeconds } = strategy;
    return autoPromotionSeconds === undefined
      ? { for: 'person', why: 'step', since }
      : { for: 'clock', since, milliseconds: autoPromotionSeconds * 1000 };
  }
  if (pause.reason !== 'CanaryPauseStep' || strategy.kind !== 'canary') {
    return { for: 'person', why: 'other', since };
  }
  const step = strategy.steps[status.currentStepIndex ?? 0];
  if (step?.kind !== 'pause' || step.duration === undefined) {
    return { for: 'person', why: 'step', since };
  }
  const milliseconds = parseStepDuration(step.duration);
  return {
    for: 'clock',
    since,
    ...(milliseconds !== undefined && { milliseconds }),
  };
}

/** When a pause ends by itself, if anybody can say. */
export function goesOnAt(rollout: RolloutRow): string | undefined {
  const wait = waitOf(rollout);
  return wait.for === 'clock' && wait.milliseconds !== undefined
    ? new Date(Date.parse(wait.since) + wait.milliseconds).toISOString()
    : undefined;
}

/** The new version has taken over. */
export function isFullyPromoted({ status }: RolloutRow): boolean {
  return (
    status.currentPodHash !== undefined &&
    status.stableHash === status.currentPodHash
  );
}

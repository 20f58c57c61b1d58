import type { RolloutRow } from '../kube';
import { durationWords } from '../quantity/words';
import type { Tone } from '../wire/statement';
import { rolloutPhase, waitOf } from './rolloutPhase';

/** What the controller says, without the code before it and the full stop behind it. */
export function plainReason(message: string | undefined): string {
  return (message ?? '').replace(/^[A-Z]\w+:\s+/, '').replace(/[.\s]+$/, '');
}

/** Words of the one state that needs a person; the pages offer the decision by them. */
export const WAITS_FOR_PERSON = 'Waits for a person';

/** The state of a rollout in a badge. */
export function rolloutStatus(rollout: RolloutRow): {
  readonly tone: Tone;
  readonly words: string;
} {
  switch (rolloutPhase(rollout).phase) {
    case 'healthy':
      return { tone: 'ok', words: 'Healthy' };
    case 'progressing':
      return { tone: 'busy', words: 'Rolling out' };
    case 'paused':
      return pausedStatus(rollout);
    case 'aborted':
      return { tone: 'bad', words: 'Aborted' };
    case 'degraded':
      return { tone: 'bad', words: 'Degraded' };
    case 'invalid':
      return { tone: 'bad', words: 'Refused' };
    case 'unknown':
      return { tone: 'unknown', words: 'Unknown' };
  }
}

function pausedStatus(rollout: RolloutRow): ReturnType<typeof rolloutStatus> {
  const wait = waitOf(rollout);
  if (wait.for !== 'clock') {
    return { tone: 'wait', words: WAITS_FOR_PERSON };
  }
  const { milliseconds } = wait;
  return {
    tone: 'wait',
    words:
      milliseconds === undefined
        ? 'Pauses'
        : `Pauses ${durationWords(milliseconds)}`,
  };
}

/** Since when the state holds, if the platform says so. */
export function rolloutSince(rollout: RolloutRow): string | undefined {
  const { status } = rollout;
  switch (rolloutPhase(rollout).phase) {
    case 'paused':
      return (
        status.pauses[0]?.startedAt ?? transition(rollout, 'Paused', 'True')
      );
    case 'aborted':
      return status.abortedAt ?? transition(rollout, 'Progressing', 'False');
    case 'healthy':
      return (
        transition(rollout, 'Healthy', 'True') ??
        transition(rollout, 'Completed', 'True')
      );
    case 'progressing':
      return transition(rollout, 'Completed', 'False');
    case 'degraded':
      return transition(rollout, 'Progressing', 'False');
    case 'invalid':
      return transition(rollout, 'InvalidSpec', 'True');
    case 'unknown':
      return undefined;
  }
}

/** When the present rollout began: the moment from which the last one no longer counted as complete. */
export function rolloutStartedAt(rollout: RolloutRow): string | undefined {
  return transition(rollout, 'Completed', 'False');
}

function transition(
  { status }: RolloutRow,
  type: string,
  value: 'True' | 'False',
): string | undefined {
  return status.conditions.find(
    condition => condition.type === type && condition.status === value,
  )?.lastTransitionAt;
}

import type { RolloutRow } from '../kube';
import type { RolloutVerb } from '../wire/rolloutView';
import { isFullyPromoted, waitOf } from './rolloutPhase';
import { weightAtStep } from './weights';

/** Versions as they are called in sentences. */
export interface VersionWords {
  readonly stable: string;
  readonly canary: string;
}

/** The live actions on a rollout, each with its effect, or why it is not possible now. */
export function toVerbs(
  rollout: RolloutRow,
  words: VersionWords,
): readonly RolloutVerb[] {
  return rollout.strategy.kind === 'none'
    ? []
    : [
        promote(rollout),
        promoteFull(rollout),
        abort(rollout, words),
        retry(rollout, words),
      ];
}

function promote(rollout: RolloutRow): RolloutVerb {
  const { pauses, aborted } = rollout.status;
  return verb('promote', 'Promote one step', {
    unless: [
      [aborted, 'Nothing is running: the rollout is aborted.'],
      [
        isFullyPromoted(rollout),
        'Nothing to promote: this version serves everything.',
      ],
      [
        pauses.length === 0 && rollout.specPaused,
        'Paused by hand in its manifest: only a change of the manifest ends that.',
      ],
      [pauses.length === 0, 'It does not wait: it goes on by itself.'],
    ],
    effect: nextWords(rollout),
  });
}

function promoteFull(rollout: RolloutRow): RolloutVerb {
  const { strategy, status } = rollout;
  const left =
    strategy.kind === 'canary'
      ? strategy.steps.length - (status.currentStepIndex ?? 0)
      : 0;
  return verb('promoteFull', 'Promote fully', {
    unless: [
      [status.aborted, 'Nothing is running: the rollout is aborted.'],
      [
        isFullyPromoted(rollout),
        'Nothing to promote: this version serves everything.',
      ],
    ],
    effect:
      left > 0
        ? `To 100 % now. Skips ${
            left === 1 ? 'the last step' : `${left} steps`
          }, with pauses and analyses.`
        : 'To 100 % now. Skips what is left, analyses too.',
  });
}

function abort(
  rollout: RolloutRow,
  { stable, canary }: VersionWords,
): RolloutVerb {
  return verb('abort', 'Abort', {
    unless: [
      [rollout.status.aborted, 'Done: the rollout is aborted.'],
      [isFullyPromoted(rollout), 'Nothing to abort: no rollout is under way.'],
    ],
    effect: `Everything back to ${stable}. Git still says ${canary} until it is reverted.`,
  });
}

function retry(rollout: RolloutRow, { canary }: VersionWords): RolloutVerb {
  return verb('retry', 'Retry', {
    unless: [
      [
        !rollout.status.aborted,
        'Nothing to retry: this rollout is not aborted.',
      ],
      [
        isFullyPromoted(rollout),
        'Nothing to retry: the version that serves is the one that is asked for.',
      ],
    ],
    effect: `Starts ${canary} again at step 1, with the same image.`,
  });
}

function verb(
  name: RolloutVerb['verb'],
  label: string,
  rule: {
    readonly unless: readonly (readonly [boolean, string])[];
    readonly effect: string;
  },
): RolloutVerb {
  const reason = rule.unless.find(([applies]) => applies)?.[1];
  return {
    verb: name,
    label,
    enabled: reason === undefined,
    words: reason ?? rule.effect,
  };
}

/** What comes when the wait ends. */
export function nextWords(rollout: RolloutRow): string {
  const { strategy, status } = rollout;
  if (strategy.kind !== 'canary') {
    return 'The new version takes over.';
  }
  const index = status.currentStepIndex ?? 0;
  const after = strategy.steps.slice(index + 1);
  const next = after.findIndex(({ kind }) => kind === 'setWeight');
  if (next < 0) {
    return after.some(({ kind }) => kind !== 'pause')
      ? 'To the next step, then to 100 %.'
      : 'To 100 %.';
  }
  const weight = weightAtStep(rollout, index + 1 + next);
  return waitOf(rollout).for === 'person' && next === 0
    ? `To ${weight} % now.`
    : `To ${weight} % after ${
        next === 1 ? 'one more step' : `${next} more steps`
      }.`;
}

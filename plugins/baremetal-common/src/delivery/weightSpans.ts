import type { RolloutStepView, WeightSpan } from '../wire/rolloutView';
import { weightAtStep } from './weights';
import { isFullyPromoted } from './rolloutPhase';
import type { RolloutFacts } from './rolloutFacts';

/**
 * The shares of the new version over time, as far as the platform recorded
 * them: only steps with times of their own (analyses, the pause that holds
 * now) say when their weight held. What lies between is not drawn.
 */
export function toWeightSpans(
  { rollout }: Pick<RolloutFacts, 'rollout'>,
  steps: readonly RolloutStepView[],
): readonly WeightSpan[] {
  if (isFullyPromoted(rollout)) {
    return [];
  }
  const spans = steps.flatMap(({ number, state, startedAt, finishedAt }) =>
    startedAt === undefined || state === 'next'
      ? []
      : [
          {
            from: startedAt,
            // A finished analysis that holds the rollout holds its weight too.
            ...(finishedAt !== undefined &&
              state !== 'current' && { until: finishedAt }),
            weight: weightAtStep(rollout, number - 1),
          },
        ],
  );
  const { abortedAt, aborted } = rollout.status;
  return aborted && abortedAt !== undefined
    ? [
        ...spans.map(span => ({ ...span, until: span.until ?? abortedAt })),
        { from: abortedAt, weight: 0 },
      ]
    : spans;
}

import { capitalized } from '../../quantity/words';
import type { JobView } from '../../wire/jobView';
import type { RolloutDetail } from '../../wire/rolloutView';
import type { Statement } from '../../wire/statement';

/** What a scheduled job says of itself. */
export function jobSentence(
  { name, status: { tone } }: RolloutDetail,
  { does, meaning, next }: JobView,
  environment: string,
): Statement {
  return {
    tone,
    sentence: `${capitalized(environment)}: ${name} ${does.replace(
      /\.$/,
      '',
    )}.`,
    detail: [meaning, next].filter(Boolean).join(' '),
  };
}

/** A job that waits for its time, runs or is held back needs nobody. */
export function isQuiet({ job, status: { tone } }: RolloutDetail): boolean {
  return job !== undefined && tone !== 'bad' && tone !== 'warn';
}

import type { Candidate, WorkloadObservation } from './observation';
import type { Situation } from './promotionState';
import { versionWords } from './words';

/**
 * How far a merged promotion of a scheduled job is: it is done when a run with it has succeeded. A failed run is not
 * the end, since the next one may succeed.
 *
 * @returns `undefined` when it is done
 */
export function deployedJob(
  { phase, words, images }: WorkloadObservation,
  candidate: Candidate,
  environment: string,
): Situation | undefined {
  const unmet = `The job in ${environment} ${words}.`;
  const common = { unmet, sentence: `Merged. ${unmet}` };
  switch (phase) {
    case 'healthy':
      return images.every(({ digest }) => digest === candidate.digest)
        ? undefined
        : otherDigest(environment, versionWords(candidate));
    case 'notRun':
      return {
        ...common,
        state: 'syncing',
        tone: 'wait',
        words: 'Not run yet',
        whoMayAct: 'Nobody: its schedule starts it',
      };
    case 'progressing':
    case 'paused':
      return {
        ...common,
        state: 'syncing',
        tone: 'busy',
        words: 'First run',
        whoMayAct: 'Nobody: it moves by itself',
      };
    case 'aborted':
    case 'degraded':
    case 'invalid':
      return {
        ...common,
        state: 'aborted',
        tone: 'bad',
        words: 'Run failed',
        whoMayAct:
          'The owner of the service: revert the pull request, or wait for the next run',
        sentence: unmet,
      };
    case 'unknown':
      return {
        ...common,
        state: 'syncing',
        tone: 'unknown',
        words: 'Syncing',
        whoMayAct: 'The platform team',
      };
  }
}

function otherDigest(environment: string, version: string): Situation {
  const unmet = `The last run in ${environment} has not said that it ran ${version} as it was promoted.`;
  return {
    state: 'syncing',
    tone: 'busy',
    words: 'Syncing',
    unmet,
    whoMayAct: 'Nobody: its schedule starts the next run',
    sentence: `Merged. ${unmet}`,
  };
}

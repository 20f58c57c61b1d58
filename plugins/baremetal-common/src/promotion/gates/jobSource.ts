import type { Candidate, WorkloadObservation } from '../observation';
import { shortDigest, versionWords } from '../words';
import type { Found } from './found';

/** What the last run of a scheduled job says of its version. */
export function lastRunGood(
  { phase, words }: WorkloadObservation,
  environment: string,
): Found {
  switch (phase) {
    case 'healthy':
      return {
        state: 'passed',
        sentence: `The job in ${environment} ${words}.`,
      };
    case 'notRun':
      return {
        state: 'warning',
        sentence: `The job in ${environment} ${words}. Does not stop the merge.`,
      };
    case 'progressing':
    case 'paused':
      return {
        state: 'pending',
        sentence: `The job in ${environment} ${words}.`,
      };
    case 'aborted':
    case 'degraded':
    case 'invalid':
      return {
        state: 'failed',
        sentence: `The job in ${environment} ${words}.`,
      };
    case 'unknown':
      return {
        state: 'unknown',
        sentence: `The job in ${environment} ${words}.`,
      };
  }
}

/** Does the next run take the candidate? Between runs there are no pods that could say it. */
export function nextRunTakes(
  workloads: readonly WorkloadObservation[],
  candidate: Candidate | undefined,
  environment: string,
): Found {
  const images = workloads.flatMap(one => one.images);
  const digests = [...new Set(images.map(({ digest }) => digest))];
  const [digest] = digests;
  if (digests.length > 1) {
    const said = digests.map(one => (one ? shortDigest(one) : 'not known yet'));
    return {
      state: 'failed',
      sentence: `Runs in ${environment} take different digests: ${said.join(
        ' and ',
      )}.`,
    };
  }
  if (digest === undefined) {
    return {
      state: 'pending',
      sentence: `No run in ${environment} has said which digest ${images
        .map(versionWords)
        .join()} is, and its manifest does not pin one.`,
    };
  }
  return candidate && candidate.digest !== digest
    ? {
        state: 'passed',
        sentence: `The pull request pins ${shortDigest(
          candidate.digest,
        )}; ${environment} has moved on.`,
      }
    : {
        state: 'passed',
        sentence: `${shortDigest(digest)} is what runs in ${environment} take.`,
      };
}

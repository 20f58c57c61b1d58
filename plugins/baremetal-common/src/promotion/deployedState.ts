import type {
  Candidate,
  EnvironmentObservation,
  WorkloadObservation,
} from './observation';
import { deployedJob } from './deployedJob';
import type { Situation } from './promotionState';
import { seenIn } from './seen';
import { asksFor, versionWords } from './words';

type Merged = {
  readonly candidate: Candidate;
  readonly to: EnvironmentObservation;
};

/**
 * How far a merged promotion is in its target. Merged is not deployed, and deployed is not verified: what pods really
 * run decides, not the commit.
 */
export function deployedState(
  { candidate, to }: Merged,
  ended: 'verified' | 'aborted' | undefined,
): Situation {
  const { environment } = to;
  const version = versionWords(candidate);
  if (ended === 'verified') return verified(to, version);
  const seen = seenIn(to);
  if (!seen.known) {
    return moving('merged', {
      tone: 'unknown',
      words: 'Merged',
      unmet: `What ${environment} runs is not known: ${seen.why}.`,
    });
  }
  const { workloads } = seen;
  if (ended === 'aborted') {
    return aborted(environment, version, workloads[0]);
  }
  const waiting = workloads.filter(({ wanted }) => !asksFor(wanted, candidate));
  if (workloads.length < to.clusters.length || waiting.length > 0) {
    return moving('merged', {
      tone: 'busy',
      words: 'Merged',
      unmet: `Argo CD has not applied ${version} to ${environment} yet.`,
    });
  }
  for (const workload of workloads) {
    const situation = situationOf(workload, candidate, environment);
    if (situation) return situation;
  }
  return verified(to, version);
}

/** `undefined`: this cluster serves the candidate and nothing else. */
function situationOf(
  workload: WorkloadObservation,
  candidate: Candidate,
  environment: string,
): Situation | undefined {
  const version = versionWords(candidate);
  if (workload.kind === 'CronJob') {
    return deployedJob(workload, candidate, environment);
  }
  switch (workload.phase) {
    case 'aborted':
    case 'degraded':
    case 'invalid':
      return aborted(environment, version, workload);
    case 'unknown':
      return moving('syncing', {
        tone: 'unknown',
        words: 'Syncing',
        unmet: `The state of the rollout in ${environment} is not known: ${workload.words}.`,
      });
    case 'progressing':
    case 'paused':
      return moving('canary', {
        tone: workload.phase === 'paused' ? 'wait' : 'busy',
        words:
          workload.weight === undefined
            ? 'Rolling out'
            : `Canary ${workload.weight} %`,
        unmet: `The rollout in ${environment} is not finished: ${workload.words}.`,
        ...(workload.waitsForPerson && {
          whoMayAct: `The owner of the service: promote the rollout in ${environment}, or abort it`,
        }),
      });
    case 'healthy':
    case 'notRun':
      return servesOnly(workload, candidate)
        ? undefined
        : moving('syncing', {
            tone: 'busy',
            words: 'Syncing',
            unmet: `Not every pod in ${environment} runs ${version} yet.`,
          });
  }
}

function servesOnly(
  { images, readyPods, wantedPods }: WorkloadObservation,
  candidate: Candidate,
): boolean {
  return (
    readyPods >= wantedPods &&
    images.length > 0 &&
    images.every(({ digest }) => digest === candidate.digest)
  );
}

function verified(
  { environment, clusters }: EnvironmentObservation,
  version: string,
): Situation {
  const isJob = clusters.some(
    each => each.ok && each.workload?.kind === 'CronJob',
  );
  return {
    state: 'verified',
    tone: 'ok',
    words: 'Verified',
    unmet: '',
    whoMayAct: 'Nobody',
    sentence: isJob
      ? `${environment} has run ${version}, and it succeeded.`
      : `${environment} serves ${version} on all pods.`,
  };
}

function aborted(
  environment: string,
  version: string,
  workload: WorkloadObservation | undefined,
): Situation {
  const serving = workload?.images.find(({ role }) => role === 'stable');
  const serves = serving ? versionWords(serving) : undefined;
  const drift =
    serves !== undefined && serves !== version
      ? `Git says ${version}, ${environment} serves ${serves}`
      : undefined;
  return {
    state: 'aborted',
    tone: 'bad',
    words: 'Aborted',
    unmet: `The rollout of ${version} in ${environment} was aborted${
      workload ? `: ${workload.words}` : ''
    }.`,
    whoMayAct: 'The owner of the service: revert the pull request, or retry',
    sentence: `The rollout of ${version} in ${environment} was aborted.`,
    ...(drift !== undefined && { drift, detail: `${drift}.` }),
  };
}

function moving(
  state: 'merged' | 'syncing' | 'canary',
  what: Pick<Situation, 'tone' | 'words' | 'unmet'> & {
    readonly whoMayAct?: string;
  },
): Situation {
  return {
    state,
    whoMayAct: 'Nobody: it moves by itself',
    ...what,
    sentence: `Merged. ${what.unmet}`,
  };
}

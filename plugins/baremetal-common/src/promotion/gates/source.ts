import type {
  Candidate,
  EnvironmentObservation,
  WorkloadObservation,
} from '../observation';
import { seenIn, type Seen } from '../seen';
import { pods, shortDigest, versionWords } from '../words';
import { unknown, type Found } from './found';
import { lastRunGood, nextRunTakes } from './jobSource';

function takesIn(seen: Extract<Seen, { known: true }>, candidate: Candidate) {
  return seen.workloads
    .flatMap(({ images }) => images)
    .some(({ digest }) => digest === candidate.digest);
}

function isJob({ kind }: WorkloadObservation): boolean {
  return kind === 'CronJob';
}

/** Is the candidate's rollout finished and well, where it comes from? */
export function rolloutHealthy(
  from: EnvironmentObservation,
  candidate: Candidate | undefined,
): Found {
  const seen = seenIn(from);
  if (!seen.known) return unknown(seen);
  const { environment } = from;
  const { observedAt, workloads } = seen;
  if (workloads.length < from.clusters.length) {
    return {
      state: 'failed',
      sentence: `It is not deployed in ${environment}.`,
      observedAt,
    };
  }
  if (candidate && !takesIn(seen, candidate)) {
    return {
      state: 'warning',
      sentence: `${environment} has moved on; it does not run ${versionWords(
        candidate,
      )} any more.`,
      observedAt,
    };
  }
  const [first] = workloads;
  if (first && isJob(first)) {
    const found = workloads.map(each => lastRunGood(each, environment));
    return { ...worstOf(found), observedAt };
  }
  for (const workload of workloads) {
    const found = unfinished(workload, environment);
    if (found) return { ...found, observedAt };
  }
  const ready = workloads.reduce((sum, one) => sum + one.readyPods, 0);
  const version = candidate ? versionWords(candidate) : 'it';
  return {
    state: 'passed',
    sentence: `${environment} serves ${version} on ${pods(ready)}, all ready.`,
    observedAt,
  };
}

const BY_WEIGHT = ['failed', 'unknown', 'pending', 'warning', 'passed'];

function worstOf(found: readonly Found[]): Found {
  const [worst] = [...found].sort(
    (a, b) => BY_WEIGHT.indexOf(a.state) - BY_WEIGHT.indexOf(b.state),
  );
  return worst ?? { state: 'unknown', sentence: 'No cluster was asked.' };
}

/** What keeps a rollout from being finished and well, if anything does. */
function unfinished(
  { phase, words, readyPods, wantedPods }: WorkloadObservation,
  environment: string,
): Found | undefined {
  switch (phase) {
    case 'healthy':
    case 'notRun':
      return readyPods >= wantedPods
        ? undefined
        : {
            state: 'pending',
            sentence: `${readyPods} of ${pods(
              wantedPods,
            )} are ready in ${environment}.`,
          };
    case 'progressing':
    case 'paused':
      return {
        state: 'pending',
        sentence: `The rollout in ${environment} is not finished: ${words}.`,
      };
    case 'aborted':
    case 'degraded':
    case 'invalid':
      return {
        state: 'failed',
        sentence: `The rollout in ${environment} failed: ${words}.`,
      };
    case 'unknown':
      return {
        state: 'unknown',
        sentence: `The state of the rollout in ${environment} is not known: ${words}.`,
      };
  }
}

/** Do all pods of the source run the candidate's digest? */
export function sameDigest(
  from: EnvironmentObservation,
  candidate: Candidate | undefined,
): Found {
  const seen = seenIn(from);
  if (!seen.known) return unknown(seen);
  const { environment } = from;
  const { observedAt } = seen;
  if (seen.workloads.length > 0 && seen.workloads.every(isJob)) {
    return {
      ...nextRunTakes(seen.workloads, candidate, environment),
      observedAt,
    };
  }
  const images = seen.workloads.flatMap(one => one.images);
  const silent = images.filter(({ digest }) => digest === undefined);
  const digests = new Set(images.flatMap(({ digest }) => digest ?? []));
  const count = images.reduce((sum, image) => sum + image.pods, 0);
  if (candidate && digests.size > 0 && !digests.has(candidate.digest)) {
    return {
      state: 'passed',
      sentence: `The pull request pins ${shortDigest(
        candidate.digest,
      )}; ${environment} has moved on.`,
      observedAt,
    };
  }
  if (digests.size > 1) {
    const said = [...digests].map(shortDigest).join(' and ');
    // While a rollout moves, two versions are what it is about.
    const moves = seen.workloads.some(
      ({ phase }) => phase === 'progressing' || phase === 'paused',
    );
    return {
      state: moves ? 'pending' : 'failed',
      sentence: `Pods in ${environment} run different digests: ${said}.`,
      observedAt,
    };
  }
  if (silent.length > 0 || count === 0) {
    return {
      state: 'pending',
      sentence: `Not every pod in ${environment} has said which digest it runs.`,
      observedAt,
    };
  }
  return {
    state: 'passed',
    sentence: `${[...digests].map(shortDigest).join()} is equal on ${pods(
      count,
    )} in ${environment}.`,
    observedAt,
  };
}

import { asClause } from '../../quantity/words';
import type { EnvironmentObservation } from '../observation';
import { seenIn } from '../seen';
import { pods } from '../words';
import { unknown, type Found } from './found';

/** Is there room in the target for what the rollout needs on top? */
export function fits(to: EnvironmentObservation): Found {
  const seen = seenIn(to);
  if (!seen.known) return unknown(seen);
  const { observedAt } = seen;
  let worst: Found | undefined;
  for (const { cluster, room } of seen.clusters) {
    if (!room.known) {
      return {
        state: 'unknown',
        sentence: `Room on ${cluster} is not known: ${asClause(
          room.problem.message,
        )}.`,
        observedAt,
      };
    }
    const { neededPods, fitsNow, fitsAfterNodeLoss, hardwareClass } =
      room.value;
    const needs = `needs ${neededPods} more, surge included`;
    if (fitsNow < neededPods) {
      return {
        state: 'failed',
        sentence: `${hardwareClass} on ${cluster} has room for ${pods(
          fitsNow,
        )}; it ${needs}.`,
        observedAt,
      };
    }
    if (fitsAfterNodeLoss < neededPods) {
      worst = {
        state: 'warning',
        sentence: `It fits ${cluster} now, but not if a node dies: room for ${pods(
          fitsAfterNodeLoss,
        )}; it ${needs}. Does not stop the merge.`,
        observedAt,
      };
    }
    worst ??= {
      state: 'passed',
      sentence: `Room for ${pods(
        fitsAfterNodeLoss,
      )} on ${cluster} even if a node dies; it ${needs}.`,
      observedAt,
    };
  }
  return worst ?? { state: 'unknown', sentence: 'No cluster was asked.' };
}

/** Has the service's data all its copies in the target? */
export function storageHealthy(to: EnvironmentObservation): Found {
  const seen = seenIn(to);
  if (!seen.known) return unknown(seen);
  const { observedAt } = seen;
  let worst: Found | undefined;
  for (const { cluster, storage } of seen.clusters) {
    if (!storage.known) {
      return {
        state: 'unknown',
        sentence: `Storage on ${cluster} is not known: ${asClause(
          storage.problem.message,
        )}.`,
        observedAt,
      };
    }
    if (storage.value === undefined) continue;
    const { tone, sentence } = storage.value;
    switch (tone) {
      case 'bad':
        return { state: 'failed', sentence, observedAt };
      case 'unknown':
      case 'wait':
        worst = { state: 'unknown', sentence, observedAt };
        break;
      case 'busy':
      case 'warn':
        if (worst?.state === 'unknown') break;
        worst = {
          state: 'warning',
          sentence: `${sentence} Does not stop the merge.`,
          observedAt,
        };
        break;
      case 'ok':
        worst ??= { state: 'passed', sentence, observedAt };
        break;
    }
  }
  return (
    worst ?? {
      state: 'passed',
      sentence: `It keeps no data in ${to.environment}.`,
      observedAt,
    }
  );
}

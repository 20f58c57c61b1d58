import type { ConditionRow } from '../../kube';
import { countWords, durationWords } from '../../quantity/words';
import { podStatus } from '../podView';
import type { RunFacts } from './jobFacts';

/** How one run stands. */
export type RunOutcome =
  | { readonly kind: 'succeeded'; readonly at?: string }
  | { readonly kind: 'failed'; readonly at?: string; readonly why: string }
  /** Under way; `why` when its pod cannot start. */
  | { readonly kind: 'running'; readonly stuck?: string }
  /** Its own manifest holds it back. */
  | { readonly kind: 'suspended' };

/** How a run stands; its conditions are final, so they come first. */
export function runOutcome(run: RunFacts): RunOutcome {
  const { completedAt, conditions } = run.job;
  const holds = (type: string) =>
    conditions.find(each => each.type === type && each.status === 'True');
  const complete = holds('Complete');
  if (complete) {
    const at = completedAt ?? complete.lastTransitionAt;
    return { kind: 'succeeded', ...(at !== undefined && { at }) };
  }
  // `FailureTarget` comes first, while its pods are still being ended.
  const failed = holds('Failed') ?? holds('FailureTarget');
  if (failed) {
    const at = failed.lastTransitionAt;
    return {
      kind: 'failed',
      why: failureWords(failed, run),
      ...(at !== undefined && { at }),
    };
  }
  if (holds('Suspended')) {
    return { kind: 'suspended' };
  }
  const stuck = run.pods
    .map(podStatus)
    .find(({ tone }) => tone === 'bad')?.words;
  return {
    kind: 'running',
    ...(stuck !== undefined && run.job.active > 0 && { stuck }),
  };
}

function failureWords({ reason, message }: ConditionRow, run: RunFacts) {
  const { retries, deadlineSeconds } = run.job;
  switch (reason) {
    case 'BackoffLimitExceeded': {
      const tries =
        retries === 0
          ? 'it failed and is not tried again'
          : `each of its ${countWords(retries + 1, 'try', 'tries')} failed`;
      return [tries, exitWords(run)].filter(Boolean).join(', the last with ');
    }
    case 'DeadlineExceeded':
      return deadlineSeconds === undefined
        ? 'it took longer than it may'
        : `it took longer than the ${durationWords(
            deadlineSeconds * 1000,
          )} that it may`;
    default:
      return message ?? reason ?? 'the cluster does not say why';
  }
}

/** How the last of its pods ended, if it is still there. */
function exitWords({ pods }: RunFacts): string | undefined {
  const ended = pods
    .flatMap(({ containers }) => containers)
    .flatMap(container => container.ended ?? [])
    .filter(({ exitCode }) => exitCode !== 0)
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    .at(-1);
  if (ended?.reason === 'OOMKilled') {
    return 'more memory than it may use (OOMKilled)';
  }
  return ended?.exitCode === undefined
    ? undefined
    : `exit code ${ended.exitCode}`;
}

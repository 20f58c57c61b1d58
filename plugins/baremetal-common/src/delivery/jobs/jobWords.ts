import type { CronJobRow } from '../../kube';
import { nextTimes } from '../../quantity/schedule';
import { ageOf, durationWords } from '../../quantity/words';
import type { RolloutPhase } from '../../wire/rolloutView';
import type { Tone } from '../../wire/statement';
import { startOf, type JobFacts, type RunFacts } from './jobFacts';
import { missedStart, scheduleOf, type JobSituation } from './jobSituation';
import { runOutcome } from './runOutcome';

/** A situation as every page says it. */
export interface JobWords {
  readonly phase: RolloutPhase;
  readonly status: { readonly tone: Tone; readonly words: string };
  /** Since when, if the platform says. */
  readonly since?: string;
  readonly does: string;
  readonly meaning: string;
}

/** What a scheduled job does, in words; a start that was missed and a schedule that is suspended change them. */
export function jobWords(
  facts: JobFacts,
  situation: JobSituation,
  now: Date,
): JobWords {
  const plain = plainWords(facts, situation, now);
  if (plain.status.tone === 'bad' || plain.status.tone === 'busy') {
    return plain;
  }
  const missed = missedStart(facts.cronJob, now);
  if (missed) {
    return {
      ...plain,
      status: { tone: 'warn', words: 'Start missed' },
      does: `did not start the run that was due ${ago(missed, now)}`,
      meaning: [
        'The cluster starts runs by itself, so the platform team finds out why it did not.',
        nextWords(facts.cronJob, now),
      ].join(' '),
    };
  }
  return facts.cronJob.suspended
    ? {
        ...plain,
        status: { tone: 'wait', words: 'Suspended' },
        does: `is suspended; before, it ${plain.does}`,
        meaning: 'No run starts until that is changed in Git.',
      }
    : plain;
}

function plainWords(
  facts: JobFacts,
  situation: JobSituation,
  now: Date,
): JobWords {
  const version = facts.version?.text ?? 'an unknown version';
  const next = nextWords(facts.cronJob, now);
  switch (situation.kind) {
    case 'unread':
      return unknown(
        `has runs that cannot be seen: ${situation.problem.message}`,
        next,
      );
    case 'forgotten': {
      const { lastSuccessAt } = situation;
      return unknown(
        lastSuccessAt === undefined
          ? 'has run, but none of its runs is kept and none is known to have succeeded'
          : `last succeeded ${ago(
              new Date(lastSuccessAt),
              now,
            )}, but none of its runs is kept`,
        next,
      );
    }
    case 'running':
      return runningWords(situation, now, next);
    case 'failed': {
      const { at, why } = situation;
      return {
        phase: 'degraded',
        status: { tone: 'bad', words: 'Last run failed' },
        ...(at !== undefined && { since: at }),
        does: `failed its last run, with ${version}, ${whenWords(
          at,
          now,
        )}: ${why}`,
        meaning: `What it does was not done; the log of the run tells the owner why. ${next}`,
      };
    }
    case 'succeeded': {
      const { run, at } = situation;
      const took = tookWords(run, at);
      return {
        phase: 'healthy',
        status: { tone: 'ok', words: 'Last run succeeded' },
        ...(at !== undefined && { since: at }),
        does: `ran ${version} ${whenWords(at, now)}: it succeeded${took}`,
        meaning: next,
      };
    }
    case 'notRun':
      return {
        phase: 'notRun',
        status: { tone: 'wait', words: 'Not run yet' },
        does: `has not run ${version} yet${lastWords(situation, now)}`,
        meaning: next,
      };
  }
}

function unknown(does: string, meaning: string): JobWords {
  return {
    phase: 'unknown',
    status: { tone: 'unknown', words: 'Runs unknown' },
    does,
    meaning,
  };
}

function runningWords(
  { run, stuck }: Extract<JobSituation, { kind: 'running' }>,
  now: Date,
  next: string,
): JobWords {
  const version = run.version?.text ?? 'an unknown version';
  const since = startOf(run.job);
  const age = ageOf(since, now);
  const span = age === undefined ? '' : ` for ${durationWords(age)}`;
  const { failed, retries } = run.job;
  const again =
    failed > 0 ? `, at try ${failed + 1} of at most ${retries + 1}` : '';
  const common = { ...(since !== undefined && { since }) };
  return stuck === undefined
    ? {
        ...common,
        phase: 'progressing',
        status: { tone: failed > 0 ? 'warn' : 'busy', words: 'Runs' },
        does: `has been running ${version}${span}${again}`,
        meaning: next,
      }
    : {
        ...common,
        phase: 'degraded',
        status: { tone: 'bad', words: 'Run is stuck' },
        does: `cannot get its run of ${version} going${span}: ${stuck}`,
        meaning: `What it does is not done. ${next}`,
      };
}

/** What the last run with another image came to. */
function lastWords(
  { last }: Extract<JobSituation, { kind: 'notRun' }>,
  now: Date,
): string {
  if (last === undefined) {
    return '';
  }
  const { run, outcome } = last;
  const version = run.version?.text ?? 'another version';
  switch (outcome.kind) {
    case 'succeeded':
      return `; ${version} succeeded ${whenWords(outcome.at, now)}`;
    case 'failed':
      return `; ${version} failed ${whenWords(outcome.at, now)}`;
    case 'running':
    case 'suspended':
      return '';
  }
}

/** "It runs next in 5 h 2 min." */
function nextWords(cronJob: CronJobRow, now: Date): string {
  if (cronJob.suspended) {
    return 'No run starts while it is suspended.';
  }
  const [next] = nextTimes(scheduleOf(cronJob), now);
  return next
    ? `It runs next in ${durationWords(next.getTime() - now.getTime())}.`
    : `When it runs next is not known: its schedule is ${cronJob.schedule}.`;
}

/** " and took 41 s". */
function tookWords({ job }: RunFacts, at: string | undefined): string {
  const started = startOf(job);
  return started === undefined || at === undefined
    ? ''
    : ` and took ${durationWords(Date.parse(at) - Date.parse(started))}`;
}

function whenWords(at: string | undefined, now: Date): string {
  return at === undefined ? 'at an unknown time' : ago(new Date(at), now);
}

function ago(at: Date, now: Date): string {
  return `${durationWords(now.getTime() - at.getTime())} ago`;
}

/** One run in a badge, and why it is not well. */
export function runWords(run: RunFacts): {
  readonly outcome: JobWords['status'];
  readonly finishedAt?: string;
  readonly why: string;
} {
  const outcome = runOutcome(run);
  switch (outcome.kind) {
    case 'succeeded':
      return {
        outcome: { tone: 'ok', words: 'Succeeded' },
        ...(outcome.at !== undefined && { finishedAt: outcome.at }),
        why: '',
      };
    case 'failed':
      return {
        outcome: { tone: 'bad', words: 'Failed' },
        ...(outcome.at !== undefined && { finishedAt: outcome.at }),
        why: outcome.why,
      };
    case 'running':
      return outcome.stuck === undefined
        ? { outcome: { tone: 'busy', words: 'Runs' }, why: '' }
        : { outcome: { tone: 'bad', words: 'Stuck' }, why: outcome.stuck };
    case 'suspended':
      return { outcome: { tone: 'wait', words: 'Suspended' }, why: '' };
  }
}

import type { CronJobRow } from '../../kube';
import { nextTimes } from '../../quantity/schedule';
import { ageOf, durationWords } from '../../quantity/words';
import type { JobView } from '../../wire/jobView';
import type { RolloutPhase } from '../../wire/rolloutView';
import type { Tone } from '../../wire/statement';
import { startOf, type JobFacts, type RunFacts } from './jobFacts';
import { missedStart, scheduleOf, type JobSituation } from './jobSituation';
import { runOutcome } from './runOutcome';

/** A situation as every page says it. */
export interface JobWords extends Pick<JobView, 'does' | 'meaning' | 'last'> {
  readonly phase: RolloutPhase;
  readonly status: { readonly tone: Tone; readonly words: string };
  /** Since when, if the platform says. */
  readonly since?: string;
}

/** What a scheduled job does, in words; a start that was missed and a schedule that is suspended change them. */
export function jobWords(
  facts: JobFacts,
  situation: JobSituation,
  now: Date,
): JobWords {
  const plain = plainWords(facts, situation, now);
  if (situation.kind === 'running' || situation.kind === 'failed') {
    return plain;
  }
  const missed = missedStart(facts.cronJob, now);
  if (missed) {
    return {
      ...plain,
      status: { tone: 'warn', words: 'Start missed' },
      does: `did not start the run that was due ${ago(missed, now)}`,
      meaning:
        'The cluster starts runs by itself, so the platform team finds out why it did not.',
    };
  }
  return facts.cronJob.suspended
    ? {
        ...plain,
        status: { tone: 'wait', words: 'Suspended' },
        does: `is suspended; before, it ${plain.does}`,
      }
    : plain;
}

function plainWords(
  facts: JobFacts,
  situation: JobSituation,
  now: Date,
): JobWords {
  const version = facts.version?.text ?? 'an unknown version';
  switch (situation.kind) {
    case 'unread': {
      const { message } = situation.problem;
      return unknown(`has runs that cannot be seen: ${message}`, {
        value: 'Not known',
        note: message,
      });
    }
    case 'forgotten': {
      const { lastSuccessAt } = situation;
      const note = 'none of its runs is kept';
      if (lastSuccessAt === undefined) {
        return unknown(
          `has run, but ${note} and none is known to have succeeded`,
          { value: 'Not known', note },
        );
      }
      const when = ago(new Date(lastSuccessAt), now);
      return unknown(`last succeeded ${when}, but ${note}`, {
        value: `Succeeded ${when}`,
        note,
      });
    }
    case 'running':
      return runningWords(situation, now);
    case 'failed': {
      const { at, why } = situation;
      const when = whenWords(at, now);
      return {
        phase: 'degraded',
        status: { tone: 'bad', words: 'Last run failed' },
        ...(at !== undefined && { since: at }),
        does: `failed its last run, with ${version}, ${when}: ${why}`,
        meaning:
          'What it does was not done; the log of the run tells the owner why.',
        last: { tone: 'bad', value: `Failed ${when}`, note: why },
      };
    }
    case 'succeeded': {
      const { run, at } = situation;
      const took = tookWords(run, at);
      const when = whenWords(at, now);
      return {
        phase: 'healthy',
        status: { tone: 'ok', words: 'Last run succeeded' },
        ...(at !== undefined && { since: at }),
        does: `ran ${version} ${when}: it succeeded${took && ` and ${took}`}`,
        meaning: '',
        last: { tone: 'ok', value: `Succeeded ${when}`, note: took },
      };
    }
    case 'notRun': {
      const before = lastWords(situation, now);
      return {
        phase: 'notRun',
        status: { tone: 'wait', words: 'Not run yet' },
        does: `has not run ${version} yet${before && `; ${before}`}`,
        meaning: '',
        last: { tone: 'wait', value: `None with ${version} yet`, note: before },
      };
    }
  }
}

function unknown(does: string, last: Omit<JobWords['last'], 'tone'>): JobWords {
  return {
    phase: 'unknown',
    status: { tone: 'unknown', words: 'Runs unknown' },
    does,
    meaning: '',
    last: { tone: 'unknown', ...last },
  };
}

function runningWords(
  { run, stuck }: Extract<JobSituation, { kind: 'running' }>,
  now: Date,
): JobWords {
  const version = run.version?.text ?? 'an unknown version';
  const since = startOf(run.job);
  const age = ageOf(since, now);
  const span = age === undefined ? '' : ` for ${durationWords(age)}`;
  const { failed, retries } = run.job;
  const again =
    failed > 0 ? `at try ${failed + 1} of at most ${retries + 1}` : '';
  const common = { ...(since !== undefined && { since }) };
  if (stuck !== undefined) {
    return {
      ...common,
      phase: 'degraded',
      status: { tone: 'bad', words: 'Run is stuck' },
      does: `cannot get its run of ${version} going${span}: ${stuck}`,
      meaning:
        'What it does is not done; the owner finds the reason in its pod.',
      last: { tone: 'bad', value: `Stuck${span}`, note: stuck },
    };
  }
  const tone = failed > 0 ? 'warn' : 'busy';
  return {
    ...common,
    phase: 'progressing',
    status: { tone, words: 'Runs' },
    does: `has been running ${version}${span}${again && `, ${again}`}`,
    meaning: '',
    last: { tone, value: `Runs${span}`, note: again },
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
      return `${version} succeeded ${whenWords(outcome.at, now)}`;
    case 'failed':
      return `${version} failed ${whenWords(outcome.at, now)}`;
    case 'running':
    case 'suspended':
      return '';
  }
}

/** "It runs next in 5 h 2 min." */
export function nextWords(cronJob: CronJobRow, now: Date): string {
  if (cronJob.suspended) {
    return 'No run starts until its suspension is taken back in Git.';
  }
  const [next] = nextTimes(scheduleOf(cronJob), now);
  return next
    ? `It runs next in ${durationWords(next.getTime() - now.getTime())}.`
    : `When it runs next is not known: its schedule is ${cronJob.schedule}.`;
}

/** "took 41 s". */
function tookWords({ job }: RunFacts, at: string | undefined): string {
  const started = startOf(job);
  return started === undefined || at === undefined
    ? ''
    : `took ${durationWords(Date.parse(at) - Date.parse(started))}`;
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

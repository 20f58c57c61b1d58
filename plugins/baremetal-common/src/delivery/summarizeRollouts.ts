import {
  capitalized,
  distinct,
  durationWords,
  forSpan,
  listWords,
} from '../quantity/words';
import type { RolloutColumn, RolloutDetail } from '../wire/rolloutView';
import { TONES_BY_WEIGHT, type Statement } from '../wire/statement';
import { failureWords } from './analysisView';
import { isQuiet, jobSentence } from './jobs/jobSentence';
import { plainReason, WAITS_FOR_PERSON } from './rolloutStatus';

/** One environment's rollout that somebody should hear about first. */
interface Voice {
  readonly environment: string;
  readonly statement: Statement;
}

/** One sentence over all environments: the worst one speaks, the others stand in the detail. */
export function summarizeRollouts(
  columns: readonly RolloutColumn[],
  now: Date,
): Statement {
  const voices = columns.flatMap(column => voicesOf(column, now));
  const worst = [...voices].sort(
    (a, b) =>
      TONES_BY_WEIGHT.indexOf(a.statement.tone) -
      TONES_BY_WEIGHT.indexOf(b.statement.tone),
  )[0];
  if (worst === undefined) {
    return {
      tone: 'unknown',
      sentence: 'Nothing of this service runs yet.',
      detail: `No workload carries its label in ${listWords(
        columns.map(({ environment }) => environment),
      )}.`,
    };
  }
  if (worst.statement.tone === 'ok') {
    return { tone: 'ok', sentence: allHealthy(columns) };
  }
  const rest = restWords(columns, worst.environment);
  const detail = [worst.statement.detail, rest].filter(Boolean).join(' ');
  return { ...worst.statement, ...(detail && { detail }) };
}

function voicesOf({ environment, reading }: RolloutColumn, now: Date): Voice[] {
  if (!reading.ok) {
    return [
      {
        environment,
        statement: {
          tone: 'unknown',
          sentence: `${capitalized(environment)} is unknown: ${
            reading.problem.message
          }`,
        },
      },
    ];
  }
  return reading.value.filter(isHeard).map(detail => ({
    environment,
    statement: {
      ...rolloutSentence(detail, environment, now),
      ...(reading.lost && { tone: 'unknown' as const }),
    },
  }));
}

/** Everything that rolls out; of jobs beside it only what is wrong. */
export function isHeard(detail: RolloutDetail, index: number): boolean {
  return index === 0 || !isQuiet(detail);
}

/** What one rollout says of itself: what is so, what it means, who can act. */
export function rolloutSentence(
  detail: RolloutDetail,
  environment: string,
  now: Date,
): Statement {
  const where = capitalized(environment);
  const { tone } = detail.status;
  if (detail.job) {
    return jobSentence(detail, detail.job, environment);
  }
  const canary = detail.canary?.text ?? 'the new version';
  const stable = detail.stable?.text ?? 'the version before';
  switch (detail.phase) {
    case 'healthy':
    case 'notRun':
      return {
        tone,
        sentence: `${where} is healthy on ${
          detail.stable?.text ?? 'an unknown version'
        }.`,
      };
    case 'progressing':
      return {
        tone,
        sentence: `${where} rolls out ${
          detail.canary?.text ?? stable
        }${shareWords(detail)}.`,
        ...(detail.message && { detail: `${capitalized(detail.message)}.` }),
      };
    case 'paused':
      return pausedSentence(detail, where, now);
    case 'aborted':
      return {
        tone,
        sentence: `${where} aborted ${canary}: ${abortReason(
          detail,
        )}; ${stable} serves everything.`,
        detail: `The cluster is asked for ${canary} until somebody reverts it in Git or retries.`,
      };
    case 'degraded':
      return {
        tone,
        sentence: `${where} is degraded: ${
          plainReason(detail.message) || 'the controller does not say why'
        }.`,
      };
    case 'invalid':
      return {
        tone,
        sentence: `${where} refuses the rollout: ${plainReason(
          detail.message,
        )}.`,
        detail: `${stable} keeps serving; the manifest must be corrected.`,
      };
    case 'unknown':
      return {
        tone: 'unknown',
        sentence: `${where}: the controller does not say how the rollout of ${detail.name} goes.`,
      };
  }
}

function pausedSentence(
  detail: RolloutDetail,
  where: string,
  now: Date,
): Statement {
  const canary = detail.canary?.text ?? 'the new version';
  const span = forSpan(detail.since, now);
  const promote = detail.verbs.find(({ verb }) => verb === 'promote');
  const next = promote?.enabled
    ? `Promote one step and it goes ${lowerFirst(promote.words)}`
    : undefined;
  if (detail.status.words !== WAITS_FOR_PERSON) {
    return {
      tone: detail.status.tone,
      sentence: `${where} pauses${span}: ${canary}${shareWords(detail)}.`,
      detail: goesOnWords(detail, now),
    };
  }
  return {
    tone: detail.status.tone,
    sentence: `${where} waits for a person${span}: canary ${canary} ${judgement(
      detail,
    )}.`,
    ...(next && { detail: next }),
  };
}

function goesOnWords({ goesOnAt }: RolloutDetail, now: Date): string {
  const left =
    goesOnAt === undefined ? 0 : Date.parse(goesOnAt) - now.getTime();
  return left > 0
    ? `It goes on by itself in ${durationWords(left)}.`
    : 'It goes on by itself.';
}

/** "is good at 20 %": the last analysis and the share. */
function judgement(detail: RolloutDetail): string {
  const { analyses, analysesProblem, weight } = detail;
  const at = weight === undefined ? '' : ` at ${weight} %`;
  if (analysesProblem) {
    return `stands${at}, its analysis is unknown`;
  }
  switch (analyses.at(-1)?.phase) {
    case 'successful':
      return `is good${at}`;
    case 'failed':
    case 'error':
      return `failed its analysis${at}`;
    case 'inconclusive':
      return `is undecided${at}`;
    case 'running':
    case 'pending':
      return `is being measured${at}`;
    case undefined:
      return `stands${at}, without an analysis`;
  }
}

function shareWords({ weight, weightIs, stepWords }: RolloutDetail): string {
  const share =
    weight === undefined ? '' : `, ${weight} % of the ${weightIs} so far`;
  return stepWords ? `${share}, ${stepWords}` : share;
}

function abortReason({ analyses, message }: RolloutDetail): string {
  const failed = analyses
    .filter(({ phase }) => phase === 'failed' || phase === 'error')
    .at(-1);
  return (
    (failed && failureWords(failed)) ??
    (plainReason(message) || 'no reason is recorded')
  );
}

function allHealthy(columns: readonly RolloutColumn[]): string {
  return healthyWords(
    columns.flatMap(({ environment, reading }) => {
      const version = reading.ok ? reading.value[0]?.stable?.text : undefined;
      return version === undefined ? [] : [{ environment, version }];
    }),
  );
}

/** "Everything is healthy: dev and stage on 1.9.2, prod on 1.8.0." */
export function healthyWords(
  running: readonly {
    readonly environment: string;
    readonly version: string;
  }[],
): string {
  const versions = distinct(running.map(({ version }) => version)).map(
    version =>
      `${listWords(
        distinct(
          running
            .filter(each => each.version === version)
            .map(({ environment }) => environment),
        ),
      )} on ${version}`,
  );
  return versions.length === 0
    ? 'Everything that runs is healthy.'
    : `Everything is healthy: ${versions.join(', ')}.`;
}

function restWords(
  columns: readonly RolloutColumn[],
  spoken: string,
): string | undefined {
  const words = columns
    .filter(({ environment }) => environment !== spoken)
    .flatMap(({ environment, reading }) => {
      if (!reading.ok) {
        return [`${environment} is unknown`];
      }
      const [first] = reading.value;
      return first === undefined ? [] : [`${environment} ${stateWords(first)}`];
    });
  return words.length === 0 ? undefined : `${capitalized(words.join(', '))}.`;
}

/** "is healthy on 1.8.0", "rolls out 1.9.2": the state as the end of a sentence. */
function stateWords(detail: RolloutDetail): string {
  const { phase, stable, canary, status } = detail;
  if (detail.job) {
    return detail.job.does;
  }
  const on = stable ? ` on ${stable.text}` : '';
  const next = (canary ?? stable)?.text ?? 'a new version';
  switch (phase) {
    case 'healthy':
    case 'notRun':
      return `is healthy${on}`;
    case 'progressing':
      return `rolls out ${next}`;
    case 'paused':
      return status.words === WAITS_FOR_PERSON
        ? `waits for a person at ${next}`
        : `pauses at ${next}`;
    case 'aborted':
      return `has aborted ${next}`;
    case 'degraded':
      return `is degraded${on}`;
    case 'invalid':
      return `refuses ${next}`;
    case 'unknown':
      return 'is unknown';
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

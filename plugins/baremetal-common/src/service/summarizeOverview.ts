import { WAITS_FOR_PERSON } from '../delivery/rolloutStatus';
import {
  healthyWords,
  isHeard,
  rolloutSentence,
} from '../delivery/summarizeRollouts';
import {
  ageOf,
  capitalized,
  distinct,
  durationWords,
  listWords,
} from '../quantity/words';
import type { ServiceOverview, TwoLines } from '../wire/serviceOverview';
import { TONES_BY_WEIGHT, type Statement } from '../wire/statement';
import { mainDetail, type OverviewPlace } from './overviewInput';

type Tab = NonNullable<ServiceOverview['action']>['tab'];

/** One thing that an environment has to say, and where more is said about it. */
interface Voice {
  /** The one to look at first is the last. */
  readonly environments: readonly string[];
  readonly tab: Tab;
  readonly statement: Statement;
  /** Somebody has to decide, not only to look. */
  readonly decide?: boolean;
}

/** The sentence that opens the page, and the one thing to do. */
export function summarizeOverview(
  places: readonly OverviewPlace[],
  now: Date,
): Pick<ServiceOverview, 'verdict' | 'action'> {
  const voices = [
    ...places.flatMap(place => rolloutVoices(place, now)),
    ...lineVoices(places, 'storage'),
    ...lineVoices(places, 'capacity'),
  ];
  const [worst, ...others] = [...voices].sort((a, b) => rank(a) - rank(b));
  if (worst === undefined) {
    return {
      verdict: {
        tone: 'unknown',
        sentence: 'Nothing of this service runs yet.',
        detail: `Its label is on no workload in ${listWords(
          distinct(places.map(({ environment }) => environment)),
        )}.`,
      },
    };
  }
  if (worst.statement.tone === 'ok') {
    return { verdict: { tone: 'ok', sentence: healthySentence(places) } };
  }
  const action = actionOf(worst);
  const calm = calmWords(places, voices);
  return {
    verdict:
      worst.tab === 'capacity'
        ? healthyBut([worst, ...others], healthySentence(places))
        : loudest(worst, [calm, ...sentencesOf(others)]),
    ...(action && { action }),
  };
}

function loudest(
  { statement }: Voice,
  rest: readonly (string | undefined)[],
): Statement {
  const detail = [statement.detail, ...rest].filter(Boolean).join(' ');
  return { ...statement, ...(detail && { detail }) };
}

/** Only room after a loss is short: what is so comes first. */
function healthyBut(voices: readonly Voice[], sentence: string): Statement {
  return {
    tone: voices[0]?.statement.tone ?? 'unknown',
    sentence,
    detail: sentencesOf(voices).join(' '),
  };
}

function sentencesOf(voices: readonly Voice[]): readonly string[] {
  return voices.filter(isLoud).map(({ statement }) => statement.sentence);
}

/**
 * What is so comes before what might be: room after a loss, or storage that
 * nobody can see, does not hide a canary that waits.
 */
function rank({ tab, statement: { tone } }: Voice): number {
  const aside =
    tone !== 'ok' &&
    (tab === 'capacity' || (tab === 'storage' && tone === 'unknown'));
  return aside ? TONES_BY_WEIGHT.length - 1.5 : TONES_BY_WEIGHT.indexOf(tone);
}

function isLoud({ statement }: Voice): boolean {
  return statement.tone !== 'ok';
}

function rolloutVoices(place: OverviewPlace, now: Date): Voice[] {
  const { environment, rollouts } = place;
  if (!rollouts.ok) {
    return [
      voice(place, 'rollouts', {
        tone: 'unknown',
        sentence: `${capitalized(environment)} is unknown: ${
          rollouts.problem.message
        }`,
      }),
    ];
  }
  if (rollouts.lost) {
    return [
      voice(place, 'rollouts', lostStatement(place, rollouts.lost.since, now)),
    ];
  }
  return rollouts.value.filter(isHeard).map(detail => ({
    ...voice(place, 'rollouts', rolloutSentence(detail, environment, now)),
    decide: detail.status.words === WAITS_FOR_PERSON,
  }));
}

function voice(
  { environment }: OverviewPlace,
  tab: Tab,
  statement: Statement,
): Voice {
  return { environments: [environment], tab, statement };
}

function lostStatement(
  place: OverviewPlace,
  since: string,
  now: Date,
): Statement {
  const main = mainDetail(place);
  const last = main
    ? `; last seen ${main.status.words.toLowerCase()}${
        main.stable ? ` on ${main.stable.text}` : ''
      }`
    : '';
  return {
    tone: 'unknown',
    sentence: `${capitalized(
      place.environment,
    )} has not answered for ${durationWords(ageOf(since, now) ?? 0)}${last}.`,
  };
}

const TOPICS = { storage: 'Storage', capacity: 'Room' } as const;

/** Storage or room where it is not all good; environments that say the same say it together. */
function lineVoices(
  places: readonly OverviewPlace[],
  tab: 'storage' | 'capacity',
): Voice[] {
  const loud = places.flatMap(({ environment, lines, rollouts }) => {
    const line = lines[tab];
    return rollouts.ok &&
      rollouts.value.length > 0 &&
      line.known &&
      line.value.tone !== 'ok'
      ? [{ environment, tone: line.value.tone, words: lineWords(line.value) }]
      : [];
  });
  // Later environments matter more, and of equals the first speaks.
  return distinct([...loud].reverse().map(({ words }) => words)).flatMap(
    words => {
      const same = loud.filter(each => each.words === words);
      const environments = distinct(same.map(({ environment }) => environment));
      return same.slice(-1).map(({ tone }) => ({
        environments,
        tab,
        statement: {
          tone,
          sentence: `${TOPICS[tab]} in ${listWords(environments)}: ${words}.`,
        },
      }));
    },
  );
}

function lineWords({ value, note }: TwoLines): string {
  return note ? `${lowerFirst(value)}, ${note}` : lowerFirst(value);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Dev and prod are healthy." Room after a loss says nothing about now. */
function calmWords(
  places: readonly OverviewPlace[],
  voices: readonly Voice[],
): string | undefined {
  const loud = new Set(
    voices
      .filter(each => isLoud(each) && each.tab !== 'capacity')
      .flatMap(({ environments }) => environments),
  );
  const calm = distinct(
    places
      .filter(place => mainDetail(place) && !loud.has(place.environment))
      .map(({ environment }) => environment),
  );
  return calm.length === 0
    ? undefined
    : `${capitalized(listWords(calm))} ${
        calm.length === 1 ? 'is' : 'are'
      } healthy.`;
}

function healthySentence(places: readonly OverviewPlace[]): string {
  return healthyWords(
    places.flatMap(place => {
      const version = mainDetail(place)?.stable?.text;
      return version === undefined
        ? []
        : [{ version, environment: place.environment }];
    }),
  );
}

function actionOf({
  environments,
  tab,
  statement: { tone },
  decide,
}: Voice): ServiceOverview['action'] {
  const environment = environments.at(-1) ?? '';
  if (decide) {
    return {
      label: `Decide on the canary in ${environment}`,
      tab,
      environment,
    };
  }
  return tone === 'bad' || tone === 'warn'
    ? { label: `Look at ${tab} in ${environment}`, tab, environment }
    : undefined;
}

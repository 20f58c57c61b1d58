import { WAITS_FOR_PERSON } from '../delivery/rolloutStatus';
import { rolloutSentence } from '../delivery/summarizeRollouts';
import {
  ageOf,
  capitalized,
  distinct,
  durationWords,
  listWords,
} from '../quantity/words';
import type { ServiceOverview } from '../wire/serviceOverview';
import { TONES_BY_WEIGHT, type Statement } from '../wire/statement';
import { mainDetail, type OverviewPlace } from './overviewInput';

type Tab = NonNullable<ServiceOverview['action']>['tab'];

/** One thing that an environment has to say, and where more is said about it. */
interface Voice {
  readonly environment: string;
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
  const voices = places.flatMap(place => voicesOf(place, now));
  const [worst, ...others] = [...voices].sort(
    (a, b) => rank(a.statement) - rank(b.statement),
  );
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
  const detail = [
    worst.statement.detail,
    calmWords(places, voices),
    ...others.filter(isLoud).map(({ statement }) => statement.sentence),
  ]
    .filter(Boolean)
    .join(' ');
  const action = actionOf(worst);
  return {
    verdict: { ...worst.statement, ...(detail && { detail }) },
    ...(action && { action }),
  };
}

function rank({ tone }: Statement): number {
  return TONES_BY_WEIGHT.indexOf(tone);
}

function isLoud({ statement }: Voice): boolean {
  return statement.tone !== 'ok';
}

function voicesOf(place: OverviewPlace, now: Date): Voice[] {
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
  if (rollouts.value.length === 0) {
    return [];
  }
  return [
    ...rollouts.value.map(detail => ({
      ...voice(place, 'rollouts', rolloutSentence(detail, environment, now)),
      decide: detail.status.words === WAITS_FOR_PERSON,
    })),
    ...lineVoices(place),
  ];
}

function voice(
  { environment }: OverviewPlace,
  tab: Tab,
  statement: Statement,
): Voice {
  return { environment, tab, statement };
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

function lineVoices(place: OverviewPlace): Voice[] {
  const where = capitalized(place.environment);
  const { storage, capacity } = place.lines;
  return [
    ...(storage.known && storage.value.tone !== 'ok'
      ? [
          voice(place, 'storage', {
            tone: storage.value.tone,
            sentence: `Storage in ${place.environment}: ${storage.value.value}, ${storage.value.note}.`,
          }),
        ]
      : []),
    ...(capacity.known && capacity.value.tone !== 'ok'
      ? [
          voice(place, 'capacity', {
            tone: capacity.value.tone,
            sentence: `${where} ${capacity.value.value.toLowerCase()}, ${
              capacity.value.note
            }.`,
          }),
        ]
      : []),
  ];
}

/** "Dev and prod are healthy." */
function calmWords(
  places: readonly OverviewPlace[],
  voices: readonly Voice[],
): string | undefined {
  const loud = new Set(
    voices.filter(isLoud).map(({ environment }) => environment),
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
  const running = places.flatMap(place => {
    const version = mainDetail(place)?.stable?.text;
    return version === undefined
      ? []
      : [{ version, environment: place.environment }];
  });
  const byVersion = distinct(running.map(({ version }) => version)).map(
    version =>
      `${listWords(
        distinct(
          running
            .filter(each => each.version === version)
            .map(({ environment }) => environment),
        ),
      )} on ${version}`,
  );
  return byVersion.length === 0
    ? 'Everything that runs is healthy.'
    : `Everything is healthy: ${listWords(byVersion)}.`;
}

function actionOf({
  environment,
  tab,
  statement: { tone },
  decide,
}: Voice): ServiceOverview['action'] {
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

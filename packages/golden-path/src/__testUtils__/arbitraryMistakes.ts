import fc from 'fast-check';
import { validAnswers } from './arbitraries';
import { hostile } from './arbitraryText';
import { NONSENSE } from './nonsense';
import { type Path, placesOf, valueAt, without, withValue } from './places';

/** Answers that something must be said against. */
export interface Mistake {
  readonly title: string;
  readonly answers: unknown;
}

/** What no answer of the same type could be. */
function ofAnotherType(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return { odd: 1 };
    case 'number':
      return 'many';
    case 'boolean':
      return 'perhaps';
    default:
      return 7;
  }
}

const wrongType = (answers: unknown) =>
  fc.constantFrom(...placesOf(answers)).map(path => ({
    title: `another type at ${path.join('.')}`,
    answers: withValue(answers, path, ofAnotherType(valueAt(answers, path))),
  }));

const REQUIRED: readonly Path[] = [
  ['name'],
  ['owner'],
  ['hardwareClass'],
  ['environments'],
  ['repo'],
  ['repo', 'name'],
  ['environments', 0, 'name'],
  ['environments', 0, 'replicas'],
  ['environments', 0, 'cpu'],
];

const left = (answers: unknown) =>
  fc.constantFrom(...REQUIRED).map(path => ({
    title: `${path.join('.')} left out`,
    answers: without(answers, path),
  }));

const unknownKey = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(
        ...placesOf(answers).filter(path => {
          const value = valueAt(answers, path);
          return typeof value === 'object' && !Array.isArray(value);
        }),
      ),
      fc.constantFrom('replica', 'toString', 'constructor', '$ref'),
    )
    .map(([path, key]) => ({
      title: `an unknown key at ${path.join('.')}`,
      answers: withValue(answers, [...path, key], 1),
    }));

/** Names that become names of objects, or must be known to the platform. */
const IDENTIFIERS: readonly Path[] = [
  ['name'],
  ['hardwareClass'],
  ['environments', 0, 'name'],
];

const hostileIdentifier = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(...IDENTIFIERS),
      hostile.filter(text => !/^[a-z][a-z0-9-]*$/.test(text)),
    )
    .map(([path, text]) => ({
      title: `${path.join('.')} is ${JSON.stringify(text)}`,
      answers: withValue(answers, path, text),
    }));

/** Numbers that no cluster has room for, or that are none. */
const oddNumber = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(
        ...placesOf(answers).filter(
          path =>
            typeof valueAt(answers, path) === 'number' &&
            // Any number may be somebody's limit, rate or share of work.
            !['limit', 'expectedRps', 'perPod'].includes(String(path.at(-1))),
        ),
      ),
      fc.constantFrom(-1, 1.5e300, Number.MAX_SAFE_INTEGER, NaN, Infinity),
    )
    .map(([path, number]) => ({
      title: `${path.join('.')} is ${number}`,
      answers: withValue(answers, path, number),
    }));

const nonsense = (answers: object) =>
  fc.constantFrom(...NONSENSE).map(([title, changes]) => ({
    title,
    answers: { ...answers, ...changes },
  }));

const noAnswers = fc
  .constantFrom<unknown>(undefined, null, 7, 'on', [], [[]], {}, true)
  .map(answers => ({
    title: `no answers: ${JSON.stringify(answers)}`,
    answers,
  }));

/** Good answers with one mistake in them, or no answers at all. */
export const mistakes: fc.Arbitrary<Mistake> = fc.oneof(
  { weight: 1, arbitrary: noAnswers },
  {
    weight: 30,
    arbitrary: validAnswers.chain(answers =>
      fc.oneof(
        wrongType(answers),
        left(answers),
        unknownKey(answers),
        hostileIdentifier(answers),
        oddNumber(answers),
        nonsense(answers),
      ),
    ),
  },
);

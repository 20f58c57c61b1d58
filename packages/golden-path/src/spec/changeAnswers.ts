import type { AnswerChange } from '@baremetal/backstage-plugin-baremetal-common';

/**
 * Answers with changes made to them, one after the other. Environments are found by name; what is on the way to an
 * answer and not there yet is made.
 */
export function changeAnswers<T>(
  answers: T,
  changes: readonly AnswerChange[],
): T {
  return changes.reduce<unknown>(
    (at, { path, value }) => changeAt(at, path.split('.'), value),
    answers,
  ) as T;
}

/** The answer at a path, an environment by its name; `undefined` when it was not answered. */
export function answerAt(answers: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        Array.isArray(at)
          ? at.find((item, index) => isItem(item, index, key))
          : childOf(at, key),
      answers,
    );
}

function isItem(item: unknown, index: number, key: string): boolean {
  return childOf(item, 'name') === key || String(index) === key;
}

function childOf(at: unknown, key: string): unknown {
  return typeof at === 'object' && at !== null
    ? Object.entries(at).find(([name]) => name === key)?.[1]
    : undefined;
}

function changeAt(
  at: unknown,
  [key, ...rest]: readonly string[],
  value: AnswerChange['value'],
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) {
    return at.map((item, index) =>
      isItem(item, index, key) ? changeAt(item, rest, value) : item,
    );
  }
  const known = typeof at === 'object' && at !== null ? at : {};
  const next = changeAt(childOf(known, key), rest, value);
  return next === undefined
    ? Object.fromEntries(Object.entries(known).filter(([name]) => name !== key))
    : { ...known, [key]: next };
}

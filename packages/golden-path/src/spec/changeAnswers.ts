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

function changeAt(
  at: unknown,
  [key, ...rest]: readonly string[],
  value: AnswerChange['value'],
): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) {
    return at.map((item, index) =>
      item?.name === key || String(index) === key
        ? changeAt(item, rest, value)
        : item,
    );
  }
  const known = typeof at === 'object' && at !== null ? at : {};
  const next = changeAt(
    Object.entries(known).find(([name]) => name === key)?.[1],
    rest,
    value,
  );
  return next === undefined
    ? Object.fromEntries(Object.entries(known).filter(([name]) => name !== key))
    : { ...known, [key]: next };
}

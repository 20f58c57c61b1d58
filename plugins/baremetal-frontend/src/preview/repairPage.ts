import type { AnswerChange } from '@baremetal/backstage-plugin-baremetal-common';
import { changeAnswers } from '@baremetal/golden-path';
import { pageOf } from './pages';

/** Where a page keeps answers that the service keeps one level deeper. */
const INNER = /^(delivery|repo)\./;

/** A page's answers with a repair made, or `undefined` when it is another page's business. */
export function repairPage<T>(
  page: string,
  answers: T,
  repair: readonly AnswerChange[],
): T | undefined {
  return repair.every(({ path }) => pageOf(path) === page)
    ? changeAnswers(
        answers,
        repair.map(change => ({
          ...change,
          path: change.path.replace(INNER, ''),
        })),
      )
    : undefined;
}

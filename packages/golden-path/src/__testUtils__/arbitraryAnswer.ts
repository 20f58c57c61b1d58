import type fc from 'fast-check';
import type { ServiceAnswers } from '../spec/serviceSpec';

type Answers = {
  [K in keyof ServiceAnswers]-?: NonNullable<ServiceAnswers[K]>;
};

/** Any good answer to one question. */
export type Arbitrary<K extends keyof ServiceAnswers> = fc.Arbitrary<
  Answers[K]
>;

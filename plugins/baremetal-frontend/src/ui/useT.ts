import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { baremetalTranslationRef } from '../translation';

/** Looks up the suite's words in the reader's language. */
export type Translate = TranslationFunction<typeof baremetalTranslationRef.T>;

/** The suite's words in the reader's language. */
export function useT(): Translate {
  return useTranslationRef(baremetalTranslationRef).t;
}

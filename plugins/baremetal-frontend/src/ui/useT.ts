import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { baremetalTranslationRef } from '../translation';

/** The suite's words in the reader's language. */
export function useT() {
  return useTranslationRef(baremetalTranslationRef).t;
}

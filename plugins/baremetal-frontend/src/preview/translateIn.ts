import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { baremetalTranslationRef } from '../translation';
import type { Translate } from '../ui/useT';

/** The suite's words outside of components, in the reader's language. */
export async function translateIn(apiHolder: ApiHolder): Promise<Translate> {
  const api = apiHolder.get(translationApiRef);
  if (!api) throw new Error('The app has no translation API.');
  const now = api.getTranslation(baremetalTranslationRef);
  if (now.ready) return now.t;
  return new Promise(resolve => {
    const subscription = api
      .translation$(baremetalTranslationRef)
      .subscribe(snapshot => {
        if (!snapshot.ready) return;
        subscription.unsubscribe();
        resolve(snapshot.t);
      });
  });
}

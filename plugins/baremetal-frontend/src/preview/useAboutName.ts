import { useEffect, useState } from 'react';

/** What is known about a name. `open`: not asked, or not answered yet. */
export type AboutName<T> =
  | { readonly state: 'open' }
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'failed'; readonly error: Error };

/** How long after the last letter somebody is asked. */
const SETTLE_MS = 400;

/**
 * Asks about a name, a moment after it was typed. What is answered about one name is never shown of another.
 *
 * @param name - absent while it could not be a name
 * @param ask - the same function every time, or it asks again
 */
export function useAboutName<T>(
  name: string | undefined,
  ask: (name: string) => Promise<T>,
): AboutName<T> {
  const [known, setKnown] = useState<{ name: string; is: AboutName<T> }>();
  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      ask(name).then(
        answer =>
          !gone && setKnown({ name, is: { state: 'answered', answer } }),
        error => !gone && setKnown({ name, is: { state: 'failed', error } }),
      );
    }, SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ask, name]);
  return known && known.name === name ? known.is : { state: 'open' };
}

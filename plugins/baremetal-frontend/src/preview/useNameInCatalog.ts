import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Whether a component of the catalog has a name already. `unknown`: not asked, not answered yet, or it failed. */
export type NameInCatalog = 'unknown' | 'free' | 'taken';

/** How long after the last letter the catalog is asked. */
const SETTLE_MS = 400;

/** @param name - absent while it could not be a component's name */
export function useNameInCatalog(name: string | undefined): NameInCatalog {
  const catalog = useApi(catalogApiRef);
  const [answer, setAnswer] = useState<{ name: string; taken: boolean }>();
  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      catalog
        // By a list: not being there is an answer, and no error in the browser's console.
        .getEntitiesByRefs({
          entityRefs: [`component:default/${name}`],
          fields: ['metadata.name'],
        })
        .then(
          ({ items: [entity] }) =>
            !gone && setAnswer({ name, taken: entity !== undefined }),
          () => undefined,
        );
    }, SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [catalog, name]);
  if (answer === undefined || answer.name !== name) return 'unknown';
  return answer.taken ? 'taken' : 'free';
}

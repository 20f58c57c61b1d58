import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isInCatalog } from './isInCatalog';

/** Whether a component of the catalog has a name already. `open`: not asked, or not answered yet. */
export type NameInCatalog = 'open' | 'free' | 'taken' | 'failed';

/** How long after the last letter the catalog is asked. */
const SETTLE_MS = 400;

/** @param name - absent while it could not be a component's name */
export function useNameInCatalog(name: string | undefined): NameInCatalog {
  const catalog = useApi(catalogApiRef);
  const [answer, setAnswer] = useState<{ name: string; is: NameInCatalog }>();
  useEffect(() => {
    if (name === undefined) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      isInCatalog(catalog, name).then(
        taken => !gone && setAnswer({ name, is: taken ? 'taken' : 'free' }),
        () => !gone && setAnswer({ name, is: 'failed' }),
      );
    }, SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [catalog, name]);
  return answer && answer.name === name ? answer.is : 'open';
}

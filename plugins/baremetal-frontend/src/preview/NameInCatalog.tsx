import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { isInCatalog } from './isInCatalog';
import { useAboutName } from './useAboutName';

/** Whether the name is taken, as far as this person may see the catalog; nothing until it was asked. */
export function NameInCatalog(props: { name: string | undefined }) {
  const t = useT();
  const { name } = props;
  const catalog = useApi(catalogApiRef);
  const ask = useCallback((of: string) => isInCatalog(catalog, of), [catalog]);
  const about = useAboutName(name, ask);
  switch (about.state) {
    case 'open':
      return null;
    case 'failed':
      return (
        <Fact tone="unknown" small>
          {t('create.identity.unasked')}
        </Fact>
      );
    case 'answered':
      return (
        <Fact tone={about.answer ? 'bad' : 'ok'} small>
          {about.answer
            ? t('create.identity.taken', { name: name ?? '' })
            : t('create.identity.free')}
        </Fact>
      );
  }
}

import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';

const ORPHAN = 'backstage.io/orphan';

/** What the catalog has to say against the entity itself: nothing leads to it, or it could not be processed. */
export function CatalogWarnings() {
  const t = useT();
  const { entity } = useEntity<AlphaEntity>();
  const errors = (entity.status?.items ?? []).filter(
    item => item.level === 'error',
  );
  const orphan = entity.metadata.annotations?.[ORPHAN] === 'true';
  if (errors.length === 0 && !orphan) {
    return null;
  }
  return (
    <div role="alert">
      {orphan ? <Fact tone="warn">{t('overview.orphan')}</Fact> : null}
      {errors.map(error => (
        <Fact key={error.message} tone="bad" detail={error.message}>
          {t('overview.notProcessed')}
        </Fact>
      ))}
    </div>
  );
}

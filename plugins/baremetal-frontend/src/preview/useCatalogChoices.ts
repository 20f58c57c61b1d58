import { useEffect, useState } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** Entities of a kind as options; empty until the catalog answers. */
export function useCatalogChoices(kind: 'Group' | 'System') {
  const catalog = useApi(catalogApiRef);
  const [choices, setChoices] = useState<{ value: string; label: string }[]>(
    [],
  );
  useEffect(() => {
    let gone = false;
    catalog
      .getEntities({
        filter: { kind },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
      })
      .then(
        ({ items }) => {
          if (gone) return;
          setChoices(
            items
              .map(entity => ({
                value: stringifyEntityRef(entity),
                label: entity.metadata.title ?? entity.metadata.name,
              }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          );
        },
        () => undefined,
      );
    return () => {
      gone = true;
    };
  }, [catalog, kind]);
  return choices;
}

import type { CatalogApi } from '@backstage/plugin-catalog-react';

/**
 * Whether a component of this name is in the catalog, as far as the person may see it.
 *
 * @throws what the catalog throws when it cannot be asked
 */
export async function isInCatalog(
  catalog: Pick<CatalogApi, 'getEntitiesByRefs'>,
  name: string,
): Promise<boolean> {
  // By a list: not being there is an answer, and no error in the browser's console.
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: [`component:default/${name}`],
    fields: ['metadata.name'],
  });
  return items[0] !== undefined;
}

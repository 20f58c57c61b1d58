import { useMemo } from 'react';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { EntityKey } from './BaremetalApi';

/** Where the entity is in the catalog; the same object as long as it says the same. */
export function useEntityKey(entity: Entity): EntityKey {
  const { namespace = DEFAULT_NAMESPACE, name } = entity.metadata;
  return useMemo(() => ({ namespace, name }), [namespace, name]);
}

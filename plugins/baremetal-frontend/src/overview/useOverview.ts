import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ServiceOverview } from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef, type EntityKey } from '../api/BaremetalApi';
import { useEntityKey } from '../api/useEntityKey';
import { useFresh, type Fresh } from '../api/useFresh';

const CONCEPTS = ['delivery', 'storage', 'capacity', 'promotion'] as const;

/** The overview of the entity whose page this is. */
export function useOverview(): {
  entity: EntityKey;
  fresh: Fresh<ServiceOverview>;
} {
  const api = useApi(baremetalApiRef);
  const entity = useEntityKey(useEntity().entity);
  const load = useCallback(
    (signal: AbortSignal) => api.getOverview(entity, { signal }),
    [api, entity],
  );
  return { entity, fresh: useFresh(load, CONCEPTS) };
}

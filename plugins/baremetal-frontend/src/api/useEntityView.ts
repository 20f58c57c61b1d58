import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  type AskOptions,
  type BaremetalApi,
  baremetalApiRef,
  type EntityKey,
} from './BaremetalApi';
import { useEntityKey } from './useEntityKey';
import { type Fresh, useFresh } from './useFresh';

/** One question of the backend about one entity. */
export type EntityQuestion<T> = (
  api: BaremetalApi,
  entity: EntityKey,
  options: AskOptions,
) => Promise<T>;

/**
 * The answer about the entity whose page this is, kept fresh.
 *
 * @param ask - Must be stable between renders: a new function is a new question.
 * @param concepts - Which changes ask again. Must be stable between renders.
 */
export function useEntityView<T>(
  ask: EntityQuestion<T>,
  concepts: Parameters<typeof useFresh>[1],
): Fresh<T> {
  const api = useApi(baremetalApiRef);
  const entity = useEntityKey(useEntity().entity);
  const load = useCallback(
    (signal: AbortSignal) => ask(api, entity, { signal }),
    [ask, api, entity],
  );
  return useFresh(load, concepts);
}

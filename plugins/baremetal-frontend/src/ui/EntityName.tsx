import { useEntityName } from './useEntityName';

/** The name behind an entity ref. */
export function EntityName(props: { entityRef: string }) {
  return <>{useEntityName(props.entityRef)}</>;
}

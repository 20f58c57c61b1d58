import {
  defaultEntityPresentation,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';

const REF = /^[^:/]+:[^/]+\/[^/]+$/;

/** A person, group or system as people call it; what is no entity ref stays as it is. */
export function useEntityName(ref: string): string {
  const isRef = REF.test(ref);
  // A hook is called each time; what it says of the stand-in is not used.
  const { primaryTitle } = useEntityPresentation(
    isRef ? ref : 'user:default/nobody',
  );
  return isRef ? primaryTitle : ref;
}

/** The same without asking the catalog, for lists. */
export function shortEntityName(ref: string): string {
  return REF.test(ref) ? defaultEntityPresentation(ref).primaryTitle : ref;
}

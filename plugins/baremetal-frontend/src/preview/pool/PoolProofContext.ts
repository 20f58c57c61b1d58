import { createContext, useContext } from 'react';
import type { ReadyPool } from './poolProof';

/** The proof of the whole pool, for the fields on its pages: it is made once. */
export const PoolProofContext = createContext<ReadyPool | undefined>(undefined);

export function usePoolProof(): ReadyPool {
  const ready = useContext(PoolProofContext);
  if (!ready) {
    throw new Error(
      'A field of a pool stands on a page of a pool: give the page `ui:field: BaremetalPool`.',
    );
  }
  return ready;
}

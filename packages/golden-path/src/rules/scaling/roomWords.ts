import type { RoomVerdict } from '../../roomNeeded';

/** What is lost, and what says how many pods fit then. */
export const LOSSES = {
  untilNodeLoss: ['a node', 'fitsAfterNodeLoss'],
  untilDomainLoss: ['a power domain', 'fitsAfterDomainLoss'],
} as const satisfies Partial<Record<RoomVerdict, readonly [string, string]>>;

/** @param store - the room that it takes, in pods of the service */
export function storeWords(store: number): string {
  if (store === 0) return '';
  return store === 1
    ? ' and the store beside them'
    : ` and the store beside them, as large as ${store} of them,`;
}

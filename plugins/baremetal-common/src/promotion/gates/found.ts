import type { GateState } from '../../wire/promotionView';
import type { Seen } from '../seen';

/** What a gate found. */
export interface Found {
  readonly state: GateState;
  readonly sentence: string;
  readonly observedAt?: string;
}

/** An environment that cannot be judged. */
export function unknown(seen: Extract<Seen, { known: false }>): Found {
  return {
    state: 'unknown',
    sentence: `${seen.why}.`,
    ...(seen.observedAt && { observedAt: seen.observedAt }),
  };
}

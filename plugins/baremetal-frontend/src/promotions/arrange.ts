import type {
  PromotionSummary,
  PromotionTurn,
} from '@baremetal/backstage-plugin-baremetal-common';

/** The groups of the queue, in this order. */
export const TURNS: readonly PromotionTurn[] = [
  'you',
  'stuck',
  'others',
  'moving',
];

/** Where a row stands. */
export interface Place {
  readonly id: string;
  readonly turn: PromotionTurn;
}

export interface Group {
  readonly turn: PromotionTurn;
  readonly promotions: readonly PromotionSummary[];
}

/** The places as the backend has them now. */
export function placesOf(promotions: readonly PromotionSummary[]): Place[] {
  return TURNS.flatMap(turn =>
    promotions
      .filter(promotion => promotion.turn === turn)
      .map(({ id }) => ({ id, turn })),
  );
}

/**
 * Puts fresh rows into the places that the reader sees, so that nothing jumps under the pointer.
 *
 * Rows that are new, or whose turn changed, wait (`changed`) until the reader asks for the new order; rows that are
 * gone are gone.
 */
export function arrange(
  promotions: readonly PromotionSummary[],
  places: readonly Place[],
): { readonly groups: readonly Group[]; readonly changed: number } {
  const byId = new Map(promotions.map(one => [one.id, one]));
  const turnOf = new Map(places.map(place => [place.id, place.turn]));
  const groups = TURNS.map(turn => ({
    turn,
    promotions: places
      .filter(place => place.turn === turn)
      .flatMap(place => byId.get(place.id) ?? []),
  }));
  return {
    groups: groups.filter(group => group.promotions.length > 0),
    changed: promotions.filter(one => turnOf.get(one.id) !== one.turn).length,
  };
}

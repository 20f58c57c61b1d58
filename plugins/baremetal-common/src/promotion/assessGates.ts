import type { GateId, GateView } from '../wire/promotionView';
import type { Found } from './gates/found';
import { fourEyes, noOtherPromotion } from './gates/people';
import { rolloutHealthy, sameDigest } from './gates/source';
import { fits, storageHealthy } from './gates/target';
import type { GateInput } from './observation';

const TITLES: Record<GateId, string> = {
  rolloutHealthy: 'Rollout healthy',
  sameDigest: 'Same digest',
  fits: 'Fits',
  storageHealthy: 'Storage healthy',
  noOtherPromotion: 'No other promotion',
  fourEyes: 'Four eyes',
};

function gate(id: GateId, found: Found): GateView {
  return { id, title: TITLES[id], ...found };
}

/**
 * Judges the conditions of a promotion, always in the same order.
 *
 * @remarks Pending is not failure, and unknown is never a pass: see {@link mayOpen} and {@link mayMerge}.
 */
export function assessGates(input: GateInput): readonly GateView[] {
  const { from, to, candidate } = input;
  return [
    gate('rolloutHealthy', rolloutHealthy(from, candidate)),
    gate('sameDigest', sameDigest(from, candidate)),
    gate('fits', fits(to)),
    gate('storageHealthy', storageHealthy(to)),
    gate('noOtherPromotion', noOtherPromotion(input)),
    gate('fourEyes', fourEyes(input)),
  ];
}

function holds({ state }: GateView): boolean {
  return state === 'passed' || state === 'warning';
}

/** The pull request may be opened: everything but the approval holds. */
export function mayOpen(gates: readonly GateView[]): boolean {
  return gates.every(each => each.id === 'fourEyes' || holds(each));
}

/** The pull request may be merged: everything holds. */
export function mayMerge(gates: readonly GateView[]): boolean {
  return gates.every(holds);
}

import type { PromotionSummary } from '@baremetal/backstage-plugin-baremetal-common';

/** What the reader wants to see; an empty string is "any". */
export interface PromotionFilter {
  readonly onlyMine: boolean;
  readonly environment: string;
  readonly owner: string;
  readonly text: string;
}

export const NO_FILTER: PromotionFilter = {
  onlyMine: false,
  environment: '',
  owner: '',
  text: '',
};

/** The promotions that match all of it; text is looked for in service, version and person. */
export function filterPromotions(
  promotions: readonly PromotionSummary[],
  filter: PromotionFilter,
): PromotionSummary[] {
  const text = filter.text.trim().toLocaleLowerCase();
  return promotions.filter(
    one =>
      (!filter.onlyMine || one.turn === 'you') &&
      (filter.environment === '' || one.to === filter.environment) &&
      (filter.owner === '' || one.owner === filter.owner) &&
      (text === '' ||
        [
          one.service.name,
          one.candidate.text,
          one.current?.text ?? '',
          one.requestedBy,
        ].some(word => word.toLocaleLowerCase().includes(text))),
  );
}

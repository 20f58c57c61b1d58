import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { Concepts } from './createConcepts';
import {
  OverviewService,
  type OverviewServiceOptions,
} from './OverviewService';
import type { ServiceViews } from './ServiceViews';

export interface CreateViewsOptions {
  readonly platform: PlatformFacts;
  readonly concepts: Concepts;
  readonly promotions: OverviewServiceOptions['promotions'];
}

/** The views of a service: one per concept, and the one that joins them. */
export function createViews(options: CreateViewsOptions): ServiceViews {
  const { platform, promotions } = options;
  const { delivery, storage, capacity } = options.concepts;
  const overview = new OverviewService({
    delivery,
    promotions,
    storage: (place, target) => storage.summary(place, target),
    capacity: (place, target) => capacity.line(place, target),
    simulated: platform.simulated,
    now: () => new Date(),
  });
  return {
    overview: (target, viewer) => overview.overview(target, viewer),
    rollouts: target => delivery.rollouts(target),
    storage: target => storage.storage(target),
    capacity: target => capacity.capacity(target),
  };
}

import { parseEntityRef } from '@backstage/catalog-model';
import {
  toServiceOverview,
  type Known,
  type PromotionSummary,
  type RolloutColumn,
  type ServiceOverview,
  type TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ServicePlace,
  ServiceTarget,
} from '@baremetal/backstage-plugin-baremetal-node';
import type { Viewer } from './ServiceViews';

/** Says how rollouts go in one place. */
export interface RolloutReader {
  column(place: ServicePlace, target: ServiceTarget): RolloutColumn;
}

/** Says one line about one place, from memory. */
export type LineReader = (
  place: ServicePlace,
  target: ServiceTarget,
) => Known<TwoLines>;

export interface OverviewServiceOptions {
  readonly delivery: RolloutReader;
  readonly storage: LineReader;
  readonly capacity: LineReader;
  /** Promotions of the service that are under way; without a Git host they are unknown. */
  readonly promotions: (
    target: ServiceTarget,
  ) => Promise<Known<readonly PromotionSummary[]>>;
  readonly simulated: boolean;
  readonly now: () => Date;
}

/** Joins what the concepts say of one service into one view. Judges nothing itself. */
export class OverviewService {
  readonly #options: OverviewServiceOptions;

  constructor(options: OverviewServiceOptions) {
    this.#options = options;
  }

  async overview(
    target: ServiceTarget,
    viewer: Viewer,
  ): Promise<ServiceOverview> {
    const { delivery, storage, capacity, promotions, simulated, now } =
      this.#options;
    const places = target.environments.map(place => {
      const { reading } = delivery.column(place, target);
      return {
        environment: place.environment,
        cluster: place.cluster,
        namespace: place.namespace,
        rollouts: reading,
        lines: {
          storage: storage(place, target),
          capacity: capacity(place, target),
        },
      };
    });
    return toServiceOverview(
      {
        service: target.identity,
        places,
        promotions: await promotions(target),
        hasRepository: target.repository !== undefined,
        promotionsOnlyFor: (await viewer.mayPromote())
          ? undefined
          : parseEntityRef(target.owner).name,
        simulated,
      },
      now(),
    );
  }
}

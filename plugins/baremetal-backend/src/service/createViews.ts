import type {
  Known,
  PlatformFacts,
  PromotionSummary,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReaders,
  ServiceTarget,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { CapacityService } from '../capacity/CapacityService';
import { DeliveryService } from '../delivery/DeliveryService';
import { StorageService } from '../storage/StorageService';
import { OverviewService } from './OverviewService';
import type { FitService, ServiceViews } from './ServiceViews';

export interface CreateViewsOptions {
  readonly platform: PlatformFacts;
  readonly readers: ClusterReaders;
  readonly backends: readonly StorageBackend[];
  readonly promotions: (
    target: ServiceTarget,
  ) => Promise<Known<readonly PromotionSummary[]>>;
  readonly now: () => Date;
  readonly elapsed: () => number;
}

/** The services of all concepts, put together; each answers from memory. */
export interface ConceptServices {
  readonly delivery: DeliveryService;
  readonly storage: StorageService;
  readonly capacity: CapacityService & FitService;
  readonly views: ServiceViews;
}

export function createViews(options: CreateViewsOptions): ConceptServices {
  const { platform, readers, backends, promotions, now, elapsed } = options;
  const { simulated, poolLabel, domainLabel } = platform;
  const common = { readers, simulated, now };
  const delivery = new DeliveryService({ ...common, domainLabel });
  const storage = new StorageService({ ...common, backends, domainLabel });
  const capacity = new CapacityService({
    ...common,
    elapsed,
    labels: { pool: poolLabel, domain: domainLabel },
    hardwareClasses: platform.hardwareClasses.map(({ name }) => name),
    environments: platform.environments,
    storageClasses: cluster => storage.classes(cluster),
  });
  const overview = new OverviewService({
    delivery,
    promotions,
    simulated,
    now,
    storage: (place, target) => storage.summary(place, target),
    capacity: (place, target) => capacity.line(place, target),
  });
  return {
    delivery,
    storage,
    capacity,
    views: {
      overview: target => overview.overview(target),
      rollouts: target => delivery.rollouts(target),
      storage: target => storage.storage(target),
      capacity: target => capacity.capacity(target),
    },
  };
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReaders,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { CapacityService } from '../capacity/CapacityService';
import { DeliveryService } from '../delivery/DeliveryService';
import { StorageService } from '../storage/StorageService';

export interface CreateConceptsOptions {
  readonly platform: PlatformFacts;
  readonly readers: ClusterReaders;
  readonly backends: readonly StorageBackend[];
}

/** What the suite knows of a service, one concept each; all of it answers from memory. */
export interface Concepts {
  readonly delivery: DeliveryService;
  readonly storage: StorageService;
  readonly capacity: CapacityService;
}

export function createConcepts(options: CreateConceptsOptions): Concepts {
  const { platform, readers, backends } = options;
  const { simulated, poolLabel, domainLabel, hardwareClasses } = platform;
  const common = { readers, simulated, now: () => new Date() };
  const delivery = new DeliveryService({ ...common, domainLabel });
  const storage = new StorageService({ ...common, backends, domainLabel });
  const capacity = new CapacityService({
    ...common,
    elapsed: () => performance.now(),
    labels: { pool: poolLabel, domain: domainLabel },
    hardwareClasses: hardwareClasses.map(({ name }) => name),
    environments: platform.environments,
    storageClasses: cluster => storage.classes(cluster),
  });
  return { delivery, storage, capacity };
}

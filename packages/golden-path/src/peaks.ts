import {
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { storeResourcesOf } from './manifests/resources';
import { roomNeededBy } from './roomNeeded';
import type { ServiceSpec } from './spec/serviceSpec';
import { poolBytesOf, storageDemands } from './storageDemand';
import type { PeakFootprint } from './types';

/** Most that the service asks for at once in each environment, its store and the arrival of a version included. */
export function peaksOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): PeakFootprint[] {
  return spec.environments.map(environment => {
    const needed = roomNeededBy(spec, environment);
    const pods = needed.atRest + needed.arriving;
    const store = needed.store
      ? storeResourcesOf(environment).requests
      : undefined;
    return {
      environment: environment.name,
      pods: pods + (store ? 1 : 0),
      places: pods + needed.store,
      cpuMillis:
        pods * millis(environment.cpu) + (store ? millis(store.cpu) : 0),
      memoryBytes:
        pods * bytes(environment.memory) + (store ? bytes(store.memory) : 0),
      storageBytes: poolBytesOf(storageDemands(spec, environment, platform)),
    };
  });
}

function millis(cpu: string): number {
  return parseMillicores(cpu) ?? 0;
}

function bytes(amount: string): number {
  return parseQuantity(amount) ?? 0;
}

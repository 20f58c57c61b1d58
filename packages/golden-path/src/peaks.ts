import {
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { storeResourcesOf } from './manifests/resources';
import { podsAtPeak } from './podsAtPeak';
import { keepsStore } from './spec/data';
import type { ServiceSpec } from './spec/serviceSpec';
import { poolBytesOf, storageDemands } from './storageDemand';
import type { PeakFootprint } from './types';

type Environment = ServiceSpec['environments'][number];

/** Most that the service asks for at once in each environment, its store and the arrival of a version included. */
export function peaksOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): PeakFootprint[] {
  return spec.environments.map(environment => {
    const pods = servicePodsAtPeak(spec, environment);
    const store = keepsStore(spec)
      ? storeResourcesOf(environment).requests
      : undefined;
    return {
      environment: environment.name,
      pods: pods + (store ? 1 : 0),
      cpuMillis:
        pods * millis(environment.cpu) + (store ? millis(store.cpu) : 0),
      memoryBytes:
        pods * bytes(environment.memory) + (store ? bytes(store.memory) : 0),
      storageBytes: poolBytesOf(storageDemands(spec, environment, platform)),
    };
  });
}

/** Pods of the service itself, those that a new version adds included. */
export function servicePodsAtPeak(
  spec: ServiceSpec,
  environment: Environment,
): number {
  const { atRest, arriving } = podsAtPeak(spec, environment);
  return atRest + arriving;
}

function millis(cpu: string): number {
  return parseMillicores(cpu) ?? 0;
}

function bytes(amount: string): number {
  return parseQuantity(amount) ?? 0;
}

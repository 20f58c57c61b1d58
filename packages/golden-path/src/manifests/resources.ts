import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';

export type EnvironmentAnswers = ServiceSpec['environments'][number];

/** Least memory of the store: PostgreSQL keeps 128 MiB of shared buffers before it does anything. */
const STORE_MEMORY = '256Mi';

/** Memory is a limit too, since it cannot be taken back; CPU is not, since throttling helps nobody. */
export function resourcesOf({
  cpu,
  memory,
}: Pick<EnvironmentAnswers, 'cpu' | 'memory'>) {
  return { requests: { cpu, memory }, limits: { memory } };
}

/** The store is as big as a pod of the service, but never smaller than it can live with. */
export function storeResourcesOf({ cpu, memory }: EnvironmentAnswers) {
  const enough =
    (parseQuantity(memory) ?? 0) >= (parseQuantity(STORE_MEMORY) ?? 0);
  return resourcesOf({ cpu, memory: enough ? memory : STORE_MEMORY });
}

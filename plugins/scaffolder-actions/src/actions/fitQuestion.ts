import {
  type FitQuestion,
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '@baremetal/golden-path';

/** Asks for room for this service's pods, environment by environment. */
export function fitQuestion(spec: ServiceSpec): FitQuestion {
  return {
    environments: spec.environments.map(({ name, cpu, memory }) => ({
      environment: name,
      cpuMillis: parseMillicores(cpu) ?? 0,
      memoryBytes: parseQuantity(memory) ?? 0,
    })),
  };
}

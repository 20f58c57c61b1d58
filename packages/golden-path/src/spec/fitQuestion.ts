import {
  type FitQuestion,
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from './serviceSpec';

/** Asks for room for this service's pods, environment by environment. */
export function fitQuestionOf({
  environments,
}: Pick<ServiceSpec, 'environments'>): FitQuestion {
  return {
    environments: environments.map(({ name, cpu, memory }) => ({
      environment: name,
      cpuMillis: parseMillicores(cpu) ?? 0,
      memoryBytes: parseQuantity(memory) ?? 0,
    })),
  };
}

import {
  type FitQuestion,
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { defaultRuntime } from './defaults';
import type { CreateFormData } from './formData';
import { PLAIN_SERVICE } from './templateOptions';

/** What the clusters are asked about room: only the size of a pod moves the answer. */
export function fitQuestion(
  form: CreateFormData,
  platform: PlatformFacts,
): FitQuestion {
  const runtime =
    form.runtime ?? defaultRuntime(platform, form.template ?? PLAIN_SERVICE);
  return {
    environments: (runtime.environments ?? []).map(({ name, cpu, memory }) => ({
      environment: name,
      cpuMillis: parseMillicores(cpu) ?? 0,
      memoryBytes: parseQuantity(memory) ?? 0,
    })),
  };
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { canary } from './canary';

/** `spec.strategy` of the Rollout. */
export function strategyOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Record<string, unknown> {
  return canary(spec, platform);
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';

/** `trafficRouting` of a canary; `undefined` when no router divides its requests. */
export function trafficRouting(
  _spec: ServiceSpec,
  _platform: PlatformFacts,
): Record<string, unknown> | undefined {
  return undefined;
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { ab } from './ab';
import { blueGreen } from './blueGreen';
import { canary } from './canary';

/** `spec.strategy` of the Rollout. */
export function strategyOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Record<string, unknown> {
  switch (spec.delivery.strategy) {
    case 'blueGreen':
      return blueGreen(spec);
    case 'ab':
      return ab(spec, platform);
    case 'canary':
    // A service that is replaced pod by pod is a Deployment and has no strategy of this kind.
    case 'rolling':
      return canary(spec, platform);
  }
}

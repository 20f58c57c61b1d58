import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { ab } from './ab';
import { blueGreen } from './blueGreen';
import { canary } from './canary';
import type { IRolloutStrategy } from '../typed';

/** `spec.strategy` of the Rollout. What is replaced pod by pod (`rolling`) is a Deployment and never gets here. */
export function strategyOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): IRolloutStrategy {
  switch (spec.delivery.strategy) {
    case 'blueGreen':
      return blueGreen(spec);
    case 'ab':
      return ab(spec, platform);
    case 'canary':
    case 'rolling':
      return canary(spec, platform);
  }
}

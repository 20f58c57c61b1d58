import type { EnvironmentObservation } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

/**
 * What is known of a service in an environment.
 *
 * @remarks Answered from memory, without a call to any cluster. A cluster that is silent is part of the answer.
 */
export interface PromotionFacts {
  observe(target: ServiceTarget, environment: string): EnvironmentObservation;
}

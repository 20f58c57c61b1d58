import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { trafficRouting } from '../exposure/trafficRouting';
import type { ICanaryStep, IRolloutStrategy } from '../typed';
import { analysisRef } from './analysisRef';

/** A canary: by share of requests where a router divides them, by share of replicas otherwise. */
export function canary(spec: ServiceSpec, platform: PlatformFacts) {
  const steps = spec.delivery.steps.map(step =>
    'analysis' in step ? { analysis: analysisRef(spec.name) } : step,
  );
  return { canary: canaryOf(spec, platform, steps) };
}

/** What every canary of ours has, whatever its steps are. */
export function canaryOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
  steps: ICanaryStep[],
): NonNullable<IRolloutStrategy['canary']> {
  const { delivery, name } = spec;
  const routing = trafficRouting(spec, platform);
  return {
    stableService: `${name}-stable`,
    canaryService: `${name}-canary`,
    ...(routing && { trafficRouting: routing }),
    // Without a router the number of pods is the weight: the old version shrinks anyway.
    ...(routing && delivery.dynamicStableScale && { dynamicStableScale: true }),
    maxSurge: delivery.maxSurge,
    maxUnavailable: delivery.maxUnavailable,
    steps,
  };
}

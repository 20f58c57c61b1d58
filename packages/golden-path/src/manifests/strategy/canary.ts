import type { ServiceSpec } from '../../spec/serviceSpec';
import { trafficRouting } from '../exposure/trafficRouting';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';

/** A canary: by share of requests where a router divides them, by share of replicas otherwise. */
export function canary(spec: ServiceSpec, platform: PlatformFacts) {
  const { delivery, name } = spec;
  const routing = trafficRouting(spec, platform);
  return {
    canary: {
      stableService: `${name}-stable`,
      canaryService: `${name}-canary`,
      ...(routing && { trafficRouting: routing }),
      maxSurge: delivery.maxSurge,
      maxUnavailable: delivery.maxUnavailable,
      steps: delivery.steps.map(step =>
        'analysis' in step ? analysisStep(name) : step,
      ),
    },
  };
}

function analysisStep(service: string) {
  return {
    analysis: {
      templates: [{ templateName: service }],
      args: [
        {
          name: 'canary-hash',
          valueFrom: { podTemplateHashValue: 'Latest' },
        },
        {
          name: 'namespace',
          valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
        },
      ],
    },
  };
}

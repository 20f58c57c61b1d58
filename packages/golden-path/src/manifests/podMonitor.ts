import type { ServiceSpec } from '../spec/serviceSpec';
import { metadataOf, selectorOf } from './metadata';
import type { Typed } from './typed';

/**
 * Scrapes pods, not Services: several Services select the same pods, and each pod would be counted several times.
 */
export function podMonitor(spec: ServiceSpec): Typed<'PodMonitor'> {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: metadataOf({
      service: spec.name,
      name: spec.name,
      wave: 'last',
    }),
    spec: {
      selector: { matchLabels: selectorOf(spec.name, 'service') },
      podMetricsEndpoints: [
        { port: 'http', path: spec.paths.metrics, interval: '30s' },
      ],
    },
  };
}

import type { GatewayFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import { SERVICE_PORT } from '../services';
import { dividesRequests, entryServiceOf } from './ways';
import type { Typed } from '../typed';

/**
 * The service's route on the platform's Gateway. Overlays add the host names: without one it would answer for all.
 *
 * @remarks
 *
 * The plugin of the Rollouts controller finds the stable and the canary Service by their names in the same rule, and
 * refuses a route that lacks one. What the API server would fill in is written out, because Argo CD compares lists as
 * they are.
 */
export function httpRoute(
  spec: ServiceSpec,
  gateway: GatewayFacts,
): Typed<'HTTPRoute'> {
  const { name } = spec;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      parentRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'Gateway',
          namespace: gateway.namespace,
          name: gateway.name,
          ...(gateway.section && { sectionName: gateway.section }),
        },
      ],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: dividesRequests(spec)
            ? [backend(entryServiceOf(spec), 100), backend(`${name}-canary`, 0)]
            : [backend(entryServiceOf(spec), 1)],
        },
      ],
    },
  };
}

function backend(name: string, weight: number) {
  return { group: '', kind: 'Service', name, port: SERVICE_PORT, weight };
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { AB_ROUTE } from '../exposure/abRoute';
import { trafficRouting } from '../exposure/trafficRouting';
import type { ICanaryStep } from '../typed';
import { analysisRef } from './analysisRef';
import { canaryOf } from './canary';

/** Share of its pods that version B gets while it is compared: how many callers choose it nobody knows. */
const PODS_OF_B = 50;

/**
 * Callers with a header or a cookie get the new version and nobody else does, until a person says that it is the
 * better one; then it is brought to its full size, and only after that everybody gets it.
 */
export function ab(spec: ServiceSpec, platform: PlatformFacts) {
  return { canary: canaryOf(spec, platform, abSteps(spec, platform)) };
}

/** Steps of an A/B comparison. Without a router nobody can be told apart: half of the pods are what is left. */
export function abSteps(
  spec: ServiceSpec,
  platform: PlatformFacts,
): ICanaryStep[] {
  const { analysis } = spec.delivery;
  const routing = trafficRouting(spec, platform);
  return [
    ...(routing
      ? [{ setCanaryScale: { weight: PODS_OF_B } }]
      : [{ setWeight: PODS_OF_B }]),
    // The Ingress of a canary says by itself who gets it; the controller has no header routes for ingress-nginx.
    ...(routing && 'plugins' in routing
      ? [{ setHeaderRoute: { name: AB_ROUTE, match: [matchOf(spec)] } }]
      : []),
    { pause: {} },
    ...(analysis ? [{ analysis: analysisRef(spec.name) }] : []),
    ...(routing ? [{ setCanaryScale: { weight: 100 } }] : []),
    { setWeight: 100 },
  ];
}

function matchOf({ delivery }: ServiceSpec) {
  const { by, name, value } = delivery.ab;
  switch (by) {
    case 'header':
      return { headerName: name, headerValue: { exact: value } };
    case 'cookie':
      return {
        headerName: 'Cookie',
        // Of the whole header, because some routers match no less: other cookies may stand on both sides.
        headerValue: {
          regex: `^(.*; ?)?${name}=${value.replace(/\./g, '\\.')}(;.*)?$`,
        },
      };
  }
}

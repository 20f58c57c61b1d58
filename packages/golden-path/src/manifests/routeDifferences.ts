import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import { GATEWAY_PLUGIN, trafficRouting } from './exposure/trafficRouting';
import type { IgnoredDifference } from './ignoredDifferences';

/**
 * What the Rollouts controller changes in a route while a new version arrives: the weights, and a rule for the callers
 * of version B. Argo CD is to leave both alone.
 */
export function routeDifferences(
  spec: ServiceSpec,
  platform: PlatformFacts,
): IgnoredDifference[] {
  return isWeighted(spec, platform)
    ? [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          name: spec.name,
          jqPathExpressions: [
            '.spec.rules[].backendRefs[].weight',
            // The added rule has no name: it is the one that leads to the new version alone.
            `.spec.rules[] | select([.backendRefs[].name] == ["${spec.name}-canary"])`,
          ],
        },
      ]
    : [];
}

/**
 * A route whose weights differ counts as synced, and is not applied again by the sync of another object. Not
 * `RespectIgnoreDifferences`: it would put the live list of rules, as a whole, over the one in Git.
 */
export function routeSyncOptions(
  spec: ServiceSpec,
  platform: PlatformFacts,
): string[] {
  return isWeighted(spec, platform) ? ['ApplyOutOfSyncOnly=true'] : [];
}

function isWeighted(spec: ServiceSpec, platform: PlatformFacts): boolean {
  const plugins = trafficRouting(spec, platform)?.plugins;
  return typeof plugins === 'object' && plugins !== null
    ? GATEWAY_PLUGIN in plugins
    : false;
}

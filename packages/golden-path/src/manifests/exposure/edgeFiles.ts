import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { caddySite } from './caddySite';
import { factsOf, hostnameOf } from './hostname';
import { tunnelEntry } from './tunnelEntry';
import { exposureOf } from './ways';

/** One environment as the edge sees it. */
export interface EdgeTarget {
  readonly hostname: string;
  readonly namespace: string;
  /** Where the environment's Gateway or ingress is reached from outside. */
  readonly entry?: string;
}

/**
 * What belongs into the platform's configuration outside of the service's namespaces, one file per environment: sites
 * of the Caddy in front, and entries of Cloudflare's tunnel.
 *
 * Only for environments that the platform has, so that no answer becomes configuration unchecked.
 */
export function edgeFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const environment of spec.environments) {
    const facts = factsOf(environment, platform);
    const hostname = hostnameOf(spec, environment, platform);
    if (facts === undefined || hostname === undefined) continue;
    const target = {
      hostname,
      namespace: namespaceOf(spec.name, environment.name),
      entry: facts.entry,
    };
    const path = `edge/${spec.name}.${environment.name}`;
    const site = siteOf(spec, target, platform);
    if (site) files.set(`${path}.caddy`, site);
    const entry = tunnelEntry(spec, target, platform);
    if (entry) files.set(`${path}.cloudflared.yaml`, entry);
  }
  return files;
}

function siteOf(
  spec: ServiceSpec,
  target: EdgeTarget,
  { exposure }: PlatformFacts,
): string | undefined {
  switch (exposureOf(spec).kind) {
    case 'gatewayApi':
    case 'ingressNginx':
      return spec.edge === 'caddy' && exposure?.caddy
        ? caddySite(target, exposure.caddy)
        : undefined;
    case 'clusterOnly':
    case 'cloudflareTunnel':
    case 'ciliumLb':
      return undefined;
  }
}

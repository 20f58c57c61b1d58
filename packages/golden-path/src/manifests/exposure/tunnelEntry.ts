import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { toYaml } from '../../serialize';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { SERVICE_PORT } from '../services';
import type { EdgeTarget } from './edgeFiles';
import { exposureOf } from './ways';

/** An entry of the list `ingress` in the configuration of the tunnel's connectors. */
export function tunnelEntry(
  spec: ServiceSpec,
  { hostname, namespace }: EdgeTarget,
  { exposure: facts }: PlatformFacts,
): string | undefined {
  const exposure = exposureOf(spec);
  if (exposure.kind !== 'cloudflareTunnel' || facts?.tunnel === undefined) {
    return undefined;
  }
  const { gatewayHost } = facts.tunnel;
  if (exposure.to === 'service') {
    return entry({
      hostname,
      service: `http://${spec.name}.${namespace}.svc:${SERVICE_PORT}`,
    });
  }
  return gatewayHost === undefined
    ? undefined
    : entry({
        hostname,
        service: `https://${gatewayHost}`,
        // The Gateway's certificate is checked against the name that callers use.
        originRequest: { originServerName: hostname },
      });
}

function entry(value: Record<string, unknown>): string {
  return `# Belongs before the last entry of "ingress" in the configuration of the tunnel.\n${toYaml(
    [value],
  )}`;
}

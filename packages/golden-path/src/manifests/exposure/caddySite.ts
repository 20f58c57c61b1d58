import type { CaddyFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { EdgeTarget } from './edgeFiles';

/**
 * A site of a Caddyfile that ends TLS of the callers and opens it anew towards the cluster.
 *
 * The certificate inside is checked against the service's host name: that is what the Gateway or the ingress shows, and
 * whoever stands between could read everything otherwise.
 */
export function caddySite(
  { hostname, entry }: EdgeTarget,
  { caFile }: CaddyFacts,
): string | undefined {
  if (entry === undefined) return undefined;
  const upstream = entry.includes(':') ? entry : `${entry}:443`;
  return [
    '# To be imported by the Caddyfile in front of the cluster.',
    `${hostname} {`,
    `\treverse_proxy https://${upstream} {`,
    '\t\theader_up Host {host}',
    '\t\ttransport http {',
    `\t\t\ttls_server_name ${hostname}`,
    ...(caFile ? [`\t\t\ttls_trust_pool file ${caFile}`] : []),
    '\t\t}',
    '\t}',
    '}',
    '',
  ].join('\n');
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { DOMAIN_LABEL, POOL_LABEL } from './kube/machines';

/** Organisation of the services' repositories. */
export const SERVICE_OWNER = 'shop';
export const PLATFORM_REPO = { owner: 'platform', name: 'gitops' } as const;
/** In promotion order. */
export const WORKLOAD_CLUSTERS = ['dev', 'stage', 'prod'] as const;

/** What an operator would have configured for the embedded platform. */
export function simulatedFacts(gitUrl: string): PlatformFacts {
  return {
    environments: WORKLOAD_CLUSTERS.map(name => ({
      name,
      clusters: [name],
      production: name === 'prod',
      domain: 'apps.example',
      entry: `entry.${name}.example`,
    })),
    hardwareClasses: [
      { name: 'compute', description: '32 cores, 128 GiB, two NVMe disks' },
      { name: 'storage-heavy', description: '24 cores, 96 GiB, eight disks' },
      { name: 'gpu', description: '64 cores, 256 GiB, four accelerators' },
    ],
    storageClasses: [
      {
        name: 'lvm-thin',
        copies: 2,
        thick: false,
        rwx: false,
        snapshots: true,
        description: 'Two copies, grows as it is written',
      },
      {
        name: 'lvm-thick-r2',
        copies: 2,
        thick: true,
        rwx: false,
        snapshots: false,
        description: 'Two copies, the whole size reserved',
      },
      {
        name: 'lvm-thick-r3',
        copies: 3,
        thick: true,
        rwx: false,
        snapshots: false,
        description: 'Three copies in three power domains',
      },
    ],
    poolLabel: POOL_LABEL,
    domainLabel: DOMAIN_LABEL,
    registry: 'registry.example/shop',
    prometheusAddress: 'http://prometheus.monitoring:9090',
    gitHost: new URL(gitUrl).host,
    gitBaseUrl: gitUrl,
    gitOwners: [SERVICE_OWNER],
    platformRepo: PLATFORM_REPO,
    exposure: {
      gateway: {
        namespace: 'gateway-system',
        name: 'shared',
        section: 'https',
        provider: 'cilium',
      },
      ingress: { className: 'nginx', namespace: 'ingress-nginx' },
      tunnel: {
        namespace: 'cloudflared',
        gatewayHost: 'cilium-gateway-shared.gateway-system.svc',
      },
      addressPools: ['services', 'public'],
      caddy: {},
    },
    platformTeam: 'group:default/platform',
    simulated: true,
  };
}

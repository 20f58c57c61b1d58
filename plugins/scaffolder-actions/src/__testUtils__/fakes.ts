import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';

export const platform: PlatformFacts = {
  environments: [
    { name: 'dev', clusters: ['dev'], production: false },
    { name: 'stage', clusters: ['stage'], production: false },
    { name: 'prod', clusters: ['prod'], production: true },
  ],
  hardwareClasses: [{ name: 'compute' }],
  storageClasses: [
    {
      name: 'lvm-thick-r2',
      copies: 2,
      thick: true,
      rwx: false,
      snapshots: false,
    },
  ],
  poolLabel: 'node.cluster.x-k8s.io/hardware-class',
  domainLabel: 'topology.kubernetes.io/zone',
  registry: 'registry.example/shop',
  prometheusAddress: 'http://prometheus.monitoring:9090',
  gitHost: 'git.example',
  gitBaseUrl: 'https://git.example',
  gitOwners: ['shop'],
  platformRepo: { owner: 'platform', name: 'gitops' },
  platformTeam: 'group:default/platform',
  simulated: false,
};

/** The backend, with an answer for what a test needs and a failure for everything else. */
export function fakeBaremetal(
  overrides: Partial<BaremetalService> = {},
): BaremetalService {
  return {
    platform: async () => platform,
    fit: async () => ({ environments: [] }),
    openPromotion: async () => {
      throw new Error('not expected');
    },
    ...overrides,
  };
}

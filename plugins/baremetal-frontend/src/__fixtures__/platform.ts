import type {
  FitAnswer,
  HardwareClassFit,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';

/** Three environments of one cluster each, with every way out but a tunnel. */
export const platform: PlatformFacts = {
  environments: ['dev', 'stage', 'prod'].map(name => ({
    name,
    clusters: [name],
    production: name === 'prod',
    domain: 'apps.example',
    entry: `entry.${name}.example`,
  })),
  hardwareClasses: [
    { name: 'compute', description: '32 cores, 128 GiB' },
    { name: 'gpu', description: '48 cores, one accelerator' },
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
      name: 'lvm-thick-r3',
      copies: 3,
      thick: true,
      rwx: false,
      snapshots: false,
      description: 'Three copies in three power domains',
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
  exposure: {
    gateway: {
      namespace: 'gateway-system',
      name: 'shared',
      provider: 'cilium',
    },
    ingress: { className: 'nginx', namespace: 'ingress-nginx' },
    addressPools: ['services', 'public'],
    caddy: {},
  },
  platformTeam: 'group:default/platform',
  simulated: true,
};

function room(name: string, nodes: number): HardwareClassFit {
  return {
    name,
    nodes,
    domains: nodes > 0 ? ['pdu-a', 'pdu-b'] : [],
    largestNode: { cpuMillis: 32_000, memoryBytes: 128 * 2 ** 30 },
    fitsNow: nodes * 10,
    fitsAfterNodeLoss: Math.max(0, nodes - 1) * 10,
  };
}

/** Room everywhere, but no accelerator in stage, and prod's cluster is silent. */
export const fit: FitAnswer = {
  environments: [
    environment('dev', 2, 1),
    environment('stage', 3, 0),
    {
      environment: 'prod',
      reading: {
        cluster: 'prod',
        ok: false,
        problem: { kind: 'unreachable', message: 'prod did not answer.' },
      },
    },
  ],
};

function environment(
  name: string,
  compute: number,
  gpu: number,
): FitAnswer['environments'][number] {
  return {
    environment: name,
    reading: {
      cluster: name,
      ok: true,
      observedAt: '2026-11-20T10:00:00Z',
      value: {
        hardwareClasses: [room('compute', compute), room('gpu', gpu)],
        storageClasses: [
          {
            name: 'lvm-thin',
            domains: ['pdu-a', 'pdu-b'],
            largestClaimBytes: 400 * 2 ** 30,
          },
          { name: 'lvm-thick-r3', domains: ['pdu-a', 'pdu-b'] },
        ],
      },
    },
  };
}

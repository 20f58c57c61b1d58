import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { type ServiceAnswers, serviceSpecSchema } from '../spec/serviceSpec';

/** A platform of three environments, one cluster each. */
export const PLATFORM: PlatformFacts = {
  environments: [
    environmentFacts('dev'),
    environmentFacts('stage'),
    environmentFacts('prod'),
  ],
  hardwareClasses: [{ name: 'compute' }, { name: 'storage-heavy' }],
  storageClasses: [
    { name: 'lvm-thin', copies: 2, thick: false, rwx: false, snapshots: true },
    {
      name: 'lvm-thick-r3',
      copies: 3,
      thick: true,
      rwx: false,
      snapshots: false,
    },
    { name: 'nfs', copies: 2, thick: false, rwx: true, snapshots: true },
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
      section: 'https',
      provider: 'cilium',
    },
    ingress: { className: 'nginx', namespace: 'ingress-nginx' },
    tunnel: { namespace: 'cloudflared', gatewayHost: 'gateway.internal' },
    addressPools: ['services', 'public'],
    caddy: {},
  },
  platformTeam: 'group:default/platform',
  simulated: false,
};

function environmentFacts(name: string) {
  return {
    name,
    clusters: [name],
    production: name === 'prod',
    domain: 'apps.example',
    entry: `entry.${name}.example`,
  };
}

const SIZE = { cpu: '250m', memory: '256Mi' };

/** Answers that no rule has anything to say about, with others in their place. */
export function answers(special: Partial<ServiceAnswers> = {}): ServiceAnswers {
  return {
    name: 'orders',
    owner: 'group:default/team-shop',
    description: 'Takes orders',
    image: {
      repository: 'registry.example/shop/orders',
      tag: '1.4.0',
      digest: `sha256:${'0'.repeat(64)}`,
    },
    hardwareClass: 'compute',
    environments: environments(),
    repo: { host: 'git.example', owner: 'shop', name: 'orders' },
    ...special,
  };
}

/** dev, stage and prod with enough replicas for every weight. */
export function environments(
  special: Partial<ServiceAnswers['environments'][number]> = {},
): ServiceAnswers['environments'] {
  return [
    { name: 'dev', replicas: 5, ...SIZE, ...special },
    { name: 'stage', replicas: 5, ...SIZE, ...special },
    { name: 'prod', replicas: 5, ...SIZE, ...special },
  ];
}

export function specOf(special: Partial<ServiceAnswers> = {}) {
  return serviceSpecSchema.parse(answers(special));
}

const GIB = 2 ** 30;

/** Clusters with room for everything; `change` says what is different in prod. */
export function roomy(change: {
  fitsNow?: number;
  fitsAfterNodeLoss?: number;
  fitsAfterDomainLoss?: number;
  domains?: string[];
  storageClasses?: string[];
  largestClaimGi?: number;
  cpuMillis?: number;
}): FitAnswer {
  const domains = change.domains ?? ['pdu-a', 'pdu-b', 'pdu-c'];
  const names = change.storageClasses ?? ['lvm-thin', 'lvm-thick-r3', 'nfs'];
  return {
    environments: ['dev', 'stage', 'prod'].map(environment => ({
      environment,
      reading: {
        cluster: environment,
        ok: true,
        observedAt: '2026-11-24T12:00:00Z',
        value: {
          hardwareClasses: [
            {
              name: 'compute',
              nodes: 12,
              domains,
              largestNode: {
                cpuMillis: change.cpuMillis ?? 32_000,
                memoryBytes: 128 * GIB,
              },
              fitsNow: change.fitsNow ?? 100,
              fitsAfterNodeLoss: change.fitsAfterNodeLoss ?? 90,
              fitsAfterDomainLoss: change.fitsAfterDomainLoss ?? 60,
            },
          ],
          storageClassNames: names,
          storageClasses: names.map(name => ({
            name,
            domains,
            largestClaimBytes: (change.largestClaimGi ?? 500) * GIB,
          })),
        },
      },
    })),
  };
}

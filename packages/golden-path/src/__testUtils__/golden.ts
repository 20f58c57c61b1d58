import { renderService } from '../renderService';
import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';

/** Where the trees lie, from the root of the repository. */
export const GOLDEN = 'packages/golden-path/golden';

/** A platform that has everything. */
export const FACTS = {
  ...PLATFORM,
  secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
  backup: {
    endpoint: 'https://s3.example:9000',
    bucket: 'backups',
    secretStoreKey: 'platform/backups',
  },
} as const;

const HTTP_SERVICE: Partial<ServiceAnswers> = {
  exposure: { kind: 'gatewayApi' },
  edge: 'caddy',
  data: { shape: 'storeBeside' },
  snapshots: {},
  migration: { command: ['node', 'migrate.js'], expandContract: true },
  scaling: { kind: 'hpa', cpuUtilization: 70 },
  slo: { availability: 0.999, expectedRps: 40 },
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
};

/** What somebody might answer in each template, chosen so that every kind of object is in one of them. */
export const SERVICES: Readonly<Record<string, Partial<ServiceAnswers>>> = {
  'http-service': HTTP_SERVICE,
  'http-service-helm': { ...HTTP_SERVICE, packaging: 'helm' },
  'http-service-go': {
    language: 'go',
    delivery: {
      strategy: 'blueGreen',
      blueGreen: { autoPromotionSeconds: 300 },
      analysis: {},
    },
    exposure: { kind: 'ciliumLb', pool: 'public', bgp: true },
    egress: [{ namespace: 'payments-prod', port: 8080 }],
    productionSync: { mode: 'window' },
  },
  'stateful-service': {
    data: {
      shape: 'ownFiles',
      furtherClaims: [{ name: 'index', mountPath: '/index', size: '5Gi' }],
    },
    snapshots: { keep: 3 },
    environments: environments({ storageClass: 'lvm-thin', size: '20Gi' }),
  },
  'queue-worker': {
    archetype: 'worker',
    recommendations: true,
    scaling: {
      kind: 'keda',
      triggers: [
        {
          type: 'queue',
          query: 'sum(queue_messages{vhost="{{namespace}}"})',
          perPod: 50,
        },
      ],
      toZero: true,
    },
  },
  'scheduled-job': {
    archetype: 'job',
    job: { schedule: '0 4 * * *', timeZone: 'Europe/Berlin' },
    data: { shape: 'sharedFiles' },
    environments: environments({ storageClass: 'nfs', size: '10Gi' }),
  },
};

/** Every file of the repositories that are made of these answers, by its path below {@link GOLDEN}. */
export function goldenFiles(): Map<string, string> {
  return new Map(
    Object.entries(SERVICES).flatMap(([name, special]) =>
      [...renderService(specOf(special), FACTS)].map(
        ([path, text]): [string, string] => [`${name}/${path}`, text],
      ),
    ),
  );
}

import { renderAdoption } from '../adoption/renderAdoption';
import { specOf as poolSpecOf } from '../platformPool/__fixtures__/poolSituations';
import { renderPool } from '../platformPool/renderPool';
import { renderService } from '../renderService';
import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';
import type { FileTree } from '../types';

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

/** What a repository that exists is proposed to take, its own entry in the catalog included. */
function adopted(): FileTree {
  const adoption = renderAdoption(specOf({}), FACTS, {
    catalogInfo: [
      '# Ours since 2019.',
      'apiVersion: backstage.io/v1alpha1',
      'kind: Component',
      'metadata: { name: orders, annotations: { sonarqube.org/project-key: orders } }',
      'spec: { type: service, lifecycle: production, owner: team-shop }',
      '',
    ].join('\n'),
    hasCodeOwners: true,
  });
  if (!adoption.ok) throw new Error(adoption.reason);
  return adoption.files;
}

/** Trees that are no whole repository: what is proposed to one. */
function proposals(): readonly (readonly [string, FileTree])[] {
  return [
    ['add-deployment', adopted()],
    ['platform-pool', renderPool(poolSpecOf(), FACTS)],
  ];
}

/** Every file of the repositories that are made of these answers, by its path below {@link GOLDEN}. */
export function goldenFiles(): Map<string, string> {
  const services = Object.entries(SERVICES).map(
    ([name, special]) => [name, renderService(specOf(special), FACTS)] as const,
  );
  return new Map(
    [...services, ...proposals()].flatMap(([name, files]) =>
      [...files].map(([path, text]): [string, string] => [
        `${name}/${path}`,
        text,
      ]),
    ),
  );
}

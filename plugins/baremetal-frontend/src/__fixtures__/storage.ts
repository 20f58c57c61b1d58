import type {
  ReplicaView,
  ServiceStorage,
  StorageColumn,
  VolumeView,
} from '@baremetal/backstage-plugin-baremetal-common';
import { checkoutApi } from './identity';
import { ago, NOW } from './time';

function copy(
  node: string,
  domain: string,
  over: Partial<ReplicaView> = {},
): ReplicaView {
  return {
    node,
    domain,
    kind: 'copy',
    inUse: false,
    state: 'upToDate',
    words: 'Up to date',
    raw: 'UpToDate',
    connected: { to: 2, of: 2 },
    ...over,
  };
}

const prodReplicas = [
  copy('m-prod-03', 'pdu-a', { inUse: true }),
  copy('m-prod-07', 'pdu-b'),
  copy('m-prod-11', 'pdu-c', {
    state: 'syncing',
    percent: 45,
    words: 'Syncing 45 %',
    raw: 'SyncTarget(45%)',
  }),
];

const prod: VolumeView = {
  claim: 'data-checkout-api-db-0',
  namespace: 'checkout-api-prod',
  pods: ['checkout-api-db-0'],
  storageClass: 'lvm-thick-r3',
  requestedBytes: 20 * 2 ** 30,
  actualBytes: 4.2 * 2 ** 30,
  state: 'syncing',
  status: { tone: 'busy', words: 'Syncing 45 %' },
  verdict: {
    tone: 'busy',
    sentence: '2 of 3 copies are up to date; the third is syncing, 45 %.',
    detail: 'The service is not affected.',
  },
  others: [],
  intent: {
    tone: 'ok',
    sentence: 'Class asks for 3 copies in 3 domains: met.',
  },
  replicas: prodReplicas,
  links: [
    { from: 'm-prod-03', to: 'm-prod-07', state: 'inSync' },
    { from: 'm-prod-07', to: 'm-prod-11', state: 'connected' },
  ],
  losses: [
    {
      lost: 'm-prod-03',
      kind: 'node',
      tone: 'ok',
      answer: 'No data is lost. The database moves to m-prod-07.',
      data: '1 full copy is left (m-prod-07), 2 of 3 votes: writes go on.',
      service: 'It pauses while the pod moves.',
      then: 'm-prod-11 syncs on from m-prod-07.',
      remaining: [
        copy('m-prod-03', 'pdu-a', { state: 'lost', words: 'Lost' }),
        copy('m-prod-07', 'pdu-b', { inUse: true }),
        prodReplicas[2] ?? copy('m-prod-11', 'pdu-c'),
      ],
    },
    {
      lost: 'pdu-b',
      kind: 'domain',
      tone: 'warn',
      answer: 'No data is lost; one full copy is left.',
      data: '1 full copy is left (m-prod-03).',
      service: 'No pause.',
      then: 'm-prod-11 syncs on.',
      remaining: [
        prodReplicas[0] ?? copy('m-prod-03', 'pdu-a'),
        copy('m-prod-07', 'pdu-b', { state: 'lost', words: 'Lost' }),
        prodReplicas[2] ?? copy('m-prod-11', 'pdu-c'),
      ],
    },
  ],
  votes: { have: 3, of: 3 },
};

const stage: VolumeView = {
  ...prod,
  namespace: 'checkout-api-stage',
  storageClass: 'lvm-thick-r2',
  state: 'healthy',
  status: { tone: 'ok', words: 'Up to date' },
  verdict: { tone: 'ok', sentence: '2 of 2 copies are up to date.' },
  intent: {
    tone: 'ok',
    sentence: 'Class asks for 2 copies in 2 domains: met.',
    detail: 'The tie-breaker holds no data, only a vote.',
  },
  replicas: [
    copy('m-stage-01', 'pdu-a', { inUse: true }),
    copy('m-stage-04', 'pdu-b'),
    copy('m-stage-05', 'pdu-c', {
      kind: 'tieBreaker',
      words: 'Connected',
      raw: 'TieBreaker',
    }),
  ],
  links: [
    { from: 'm-stage-01', to: 'm-stage-04', state: 'inSync' },
    { from: 'm-stage-04', to: 'm-stage-05', state: 'connected' },
  ],
  losses: [],
};

const dev: VolumeView = {
  ...stage,
  namespace: 'checkout-api-dev',
  storageClass: 'lvm-thin',
  requestedBytes: 10 * 2 ** 30,
  actualBytes: undefined,
  intent: { tone: 'ok', sentence: 'Class asks for 1 copy: met.' },
  replicas: [copy('m-dev-02', 'pdu-a', { inUse: true, connected: undefined })],
  links: [],
  votes: undefined,
};

function column(environment: string, volume: VolumeView): StorageColumn {
  return {
    environment,
    cluster: environment,
    reading: {
      cluster: environment,
      ok: true,
      value: {
        volumes: { known: true, value: [volume] },
        sources: [
          { source: 'Kubernetes', observedAt: ago(2, 's') },
          { source: 'LINSTOR', observedAt: ago(8, 's') },
        ],
      },
      observedAt: ago(8, 's'),
    },
  };
}

/** One copy in dev, two and a tie-breaker in stage, three with one syncing in prod. */
export const storage: ServiceStorage = {
  service: checkoutApi,
  verdict: {
    tone: 'busy',
    sentence:
      'prod: 2 of 3 copies are up to date; the third is syncing, 45 %. Losing one node now would still leave a full copy.',
  },
  environments: [
    column('dev', dev),
    column('stage', stage),
    column('prod', prod),
  ],
  simulated: true,
  answeredAt: NOW,
};

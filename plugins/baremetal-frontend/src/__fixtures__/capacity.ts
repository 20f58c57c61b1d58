import type {
  CapacityColumn,
  CapacityDetail,
  DomainCells,
  RoomRow,
  ServiceCapacity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { checkoutApi } from './identity';
import { ago, NOW } from './time';

function cells(domain: string, over: Partial<DomainCells>): DomainCells {
  return {
    domain,
    running: 0,
    fits: 0,
    movesAway: 0,
    noLonger: 0,
    stops: 0,
    ...over,
  };
}

const rows: RoomRow[] = [
  {
    case: 'now',
    label: 'Now',
    fits: 43,
    tone: 'ok',
    note: '',
    domains: [
      cells('pdu-a', { running: 2, fits: 9 }),
      cells('pdu-b', { running: 2, fits: 27 }),
      cells('pdu-c', { running: 2, fits: 7 }),
    ],
  },
  {
    case: 'nodeLoss',
    label: 'Any node dies',
    worst: 'm-prod-06',
    fits: 31,
    tone: 'ok',
    note: '',
    domains: [
      cells('pdu-a', { running: 2, fits: 9 }),
      cells('pdu-b', { running: 2, fits: 15, noLonger: 12 }),
      cells('pdu-c', { running: 2, fits: 7 }),
    ],
  },
  {
    case: 'domainLoss',
    label: 'A domain goes',
    worst: 'pdu-b',
    fits: 4,
    tone: 'warn',
    note: '2 pods move',
    domains: [
      cells('pdu-a', { running: 3, fits: 3, noLonger: 5 }),
      cells('pdu-b', { movesAway: 2, noLonger: 27 }),
      cells('pdu-c', { running: 3, fits: 1, noLonger: 4 }),
    ],
  },
];

const prod: CapacityDetail = {
  pool: 'compute',
  nodes: 12,
  domains: ['pdu-a', 'pdu-b', 'pdu-c'],
  pods: 6,
  podRequest: { cpuMillis: 500, memoryBytes: 512 * 2 ** 20 },
  binding: 'memory',
  rows,
  spread: [
    {
      domain: 'pdu-a',
      nodes: [
        { name: 'm-prod-02', pods: 1, canary: false },
        { name: 'm-prod-04', pods: 1, canary: false },
      ],
    },
    {
      domain: 'pdu-b',
      nodes: [{ name: 'm-prod-06', pods: 2, canary: false }],
    },
    {
      domain: 'pdu-c',
      nodes: [
        { name: 'm-prod-09', pods: 1, canary: false },
        { name: 'm-prod-12', pods: 1, canary: true },
      ],
    },
  ],
  protection: [
    {
      tone: 'ok',
      sentence: 'If a node dies, 4 of 6 pods serve on.',
    },
  ],
  canarySteps: [
    { label: 'now', stable: 6, next: 0, surge: 0 },
    { label: '20 %', stable: 5, next: 1, surge: 2 },
    { label: '50 %', stable: 3, next: 3, surge: 2 },
    { label: 'done', stable: 0, next: 6, surge: 0 },
  ],
  budget: 'at least 5 pods',
};

const dev: CapacityDetail = {
  ...prod,
  pods: 1,
  nodes: 1,
  domains: ['pdu-a'],
  rows: [
    {
      case: 'now',
      label: 'Now',
      fits: 18,
      tone: 'ok',
      note: '',
      domains: [cells('pdu-a', { running: 1, fits: 18 })],
    },
    {
      case: 'domainLoss',
      label: 'A domain goes',
      worst: 'pdu-a',
      tone: 'unknown',
      note: 'could not be reckoned',
      domains: [cells('pdu-a', { stops: 1, noLonger: 60 })],
    },
  ],
  spread: [
    { domain: 'pdu-a', nodes: [{ name: 'm-dev-02', pods: 1, canary: false }] },
  ],
  canarySteps: [],
  budget: undefined,
  protection: [],
};

function column(
  environment: string,
  detail: CapacityDetail | undefined,
): CapacityColumn {
  return {
    environment,
    cluster: environment,
    reading: {
      cluster: environment,
      ok: true,
      value: detail,
      observedAt: ago(2, 's'),
    },
  };
}

/** Room in dev and prod; not deployed in stage. */
export const capacity: ServiceCapacity = {
  service: checkoutApi,
  verdict: {
    tone: 'warn',
    sentence:
      'prod has room for 43 more pods now, 31 if any node dies, 4 if pdu-b goes.',
  },
  environments: [
    column('dev', dev),
    column('stage', undefined),
    column('prod', prod),
  ],
  computedInMs: 3.4,
  simulated: true,
  answeredAt: NOW,
};

import type { ScenarioService } from './scenario';

const PAYMENTS = 'group:default/team-payments';
const SEARCH = 'group:default/team-search';
const SHOP = 'group:default/team-shop';

type Answers = ScenarioService['answers'];

/** Replicas in dev, stage and prod. */
type Replicas = readonly [dev: number, stage: number, prod: number];

function sizes(
  [dev, stage, prod]: Replicas,
  pod: { cpu: string; memory: string; storageClass?: string; size?: string },
): Answers['environments'] {
  return [
    { name: 'dev', replicas: dev, ...pod },
    { name: 'stage', replicas: stage, ...pod },
    { name: 'prod', replicas: prod, ...pod },
  ];
}

const SMALL = { cpu: '250m', memory: '256Mi' };
const MEDIUM = { cpu: '1', memory: '1Gi' };

/** A canary that somebody has to let go on. */
const ASKS_A_PERSON: Answers['delivery'] = {
  steps: [
    { setWeight: 20 },
    { pause: { duration: '1m' } },
    { analysis: true },
    { pause: {} },
    { setWeight: 50 },
    { pause: { duration: '5m' } },
  ],
  analysis: {},
};

/** About a dozen services of three teams, so that every page has something to show. */
export const demoServices: readonly ScenarioService[] = [
  {
    version: '1.8.0',
    answers: {
      name: 'checkout-api',
      owner: PAYMENTS,
      system: 'system:default/shop',
      description: 'Takes an order from cart to paid',
      hardwareClass: 'compute',
      environments: sizes([2, 5, 10], {
        cpu: '500m',
        memory: '512Mi',
        storageClass: 'lvm-thick-r2',
        size: '20Gi',
      }),
      data: { shape: 'storeBeside' },
      delivery: ASKS_A_PERSON,
    },
  },
  {
    version: '2.3.1',
    answers: {
      name: 'invoice-service',
      owner: PAYMENTS,
      system: 'system:default/shop',
      description: 'Writes invoices and sends them',
      hardwareClass: 'compute',
      environments: sizes([2, 4, 6], SMALL),
    },
  },
  {
    version: '4.0.2',
    answers: {
      name: 'payments-gateway',
      owner: PAYMENTS,
      system: 'system:default/shop',
      description: 'Talks to banks and card networks',
      hardwareClass: 'compute',
      environments: sizes([2, 4, 8], MEDIUM),
      delivery: {
        steps: [
          { setWeight: 25 },
          { pause: { duration: '20m' } },
          { analysis: true },
          { setWeight: 50 },
          { pause: { duration: '10m' } },
        ],
        analysis: {},
      },
    },
  },
  {
    version: '0.7.0',
    restricted: true,
    answers: {
      name: 'fraud-check',
      owner: PAYMENTS,
      system: 'system:default/shop',
      description: 'Scores orders before money moves',
      hardwareClass: 'compute',
      environments: sizes([1, 2, 4], MEDIUM),
    },
  },
  {
    version: '3.2.0',
    answers: {
      name: 'cart',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Remembers what a customer wants',
      hardwareClass: 'compute',
      environments: sizes([2, 3, 6], {
        ...SMALL,
        storageClass: 'lvm-thin',
        size: '10Gi',
      }),
      data: { shape: 'storeBeside' },
    },
  },
  {
    version: '5.1.0',
    answers: {
      name: 'orders',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Keeps every order from placed to delivered',
      hardwareClass: 'compute',
      environments: sizes([2, 3, 6], {
        ...MEDIUM,
        storageClass: 'lvm-thick-r3',
        size: '50Gi',
      }),
      data: { shape: 'storeBeside' },
    },
  },
  {
    version: '1.4.0',
    answers: {
      name: 'pricing',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Prices, discounts and taxes',
      hardwareClass: 'compute',
      environments: sizes([2, 4, 6], SMALL),
    },
  },
  {
    version: '0.8.4',
    answers: {
      name: 'notifications',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Mail, text messages and pushes',
      hardwareClass: 'compute',
      environments: sizes([1, 2, 4], SMALL),
    },
  },
  {
    version: '2.0.0',
    answers: {
      name: 'reports',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Nightly numbers for the business',
      hardwareClass: 'storage-heavy',
      environments: [
        { name: 'dev', replicas: 1, cpu: '4', memory: '16Gi' },
        { name: 'stage', replicas: 4, cpu: '10', memory: '32Gi' },
        { name: 'prod', replicas: 5, cpu: '10', memory: '32Gi' },
      ],
    },
  },
  {
    version: '7.3.0',
    answers: {
      name: 'catalog-search',
      owner: SEARCH,
      system: 'system:default/search',
      description: 'Finds products as one types',
      hardwareClass: 'compute',
      environments: sizes([1, 2, 3], {
        cpu: '2',
        memory: '8Gi',
        storageClass: 'lvm-thick-r2',
        size: '80Gi',
      }),
      data: { shape: 'ownFiles', mountPath: '/var/lib/search' },
    },
  },
  {
    version: '1.1.0',
    answers: {
      name: 'media-store',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Pictures of products in every size',
      hardwareClass: 'storage-heavy',
      environments: sizes([1, 2, 2], {
        cpu: '1',
        memory: '2Gi',
        storageClass: 'lvm-thin',
        size: '200Gi',
      }),
      data: { shape: 'ownFiles', mountPath: '/var/lib/media' },
    },
  },
  {
    version: '0.3.0',
    answers: {
      name: 'recommendations',
      owner: SEARCH,
      system: 'system:default/search',
      description: 'What others bought as well',
      hardwareClass: 'gpu',
      environments: [{ name: 'prod', replicas: 5, cpu: '20', memory: '64Gi' }],
    },
  },
  {
    version: '2.0.0',
    answers: {
      name: 'storefront',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'What customers see first',
      hardwareClass: 'compute',
      environments: sizes([1, 2, 3], SMALL),
      delivery: { strategy: 'blueGreen', blueGreen: {} },
      exposure: { kind: 'gatewayApi' },
    },
  },
  {
    version: '0.4.0',
    answers: {
      archetype: 'worker',
      name: 'mail-worker',
      owner: SHOP,
      system: 'system:default/shop',
      description: 'Sends what others want sent',
      hardwareClass: 'compute',
      environments: sizes([1, 2, 3], SMALL),
      delivery: { strategy: 'rolling' },
      scaling: {
        kind: 'keda',
        triggers: [
          {
            type: 'queue',
            query: 'sum(queue_messages_waiting{namespace="{{namespace}}"})',
            perPod: 50,
          },
        ],
      },
    },
  },
  {
    version: '1.1.0',
    answers: {
      archetype: 'job',
      name: 'nightly-settlement',
      owner: PAYMENTS,
      system: 'system:default/shop',
      description: 'Settles the day with the banks',
      hardwareClass: 'compute',
      environments: sizes([1, 1, 1], SMALL),
      delivery: { strategy: 'rolling' },
      job: { schedule: '30 2 * * *' },
    },
  },
];

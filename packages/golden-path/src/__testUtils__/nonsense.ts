/** Well formed each, and wrong together. */
export const NONSENSE: readonly [
  title: string,
  changes: Readonly<Record<string, unknown>>,
][] = [
  [
    'a job with files of its own',
    { archetype: 'job', data: { shape: 'ownFiles' } },
  ],
  [
    'a worker behind a Gateway',
    { archetype: 'worker', exposure: { kind: 'gatewayApi' } },
  ],
  [
    'a worker that is scaled by latency',
    {
      archetype: 'worker',
      scaling: { kind: 'keda', triggers: [{ type: 'latency', p95Ms: 1 }] },
    },
  ],
  [
    'Caddy before nothing',
    { edge: 'caddy', exposure: { kind: 'clusterOnly' } },
  ],
  [
    'A/B without a router',
    {
      archetype: 'service',
      data: { shape: 'nothing' },
      exposure: { kind: 'ciliumLb' },
      edge: 'none',
      delivery: { strategy: 'ab' },
    },
  ],
  [
    'nothing may change',
    {
      archetype: 'worker',
      data: { shape: 'nothing' },
      delivery: { maxSurge: 0, maxUnavailable: '0%' },
    },
  ],
  [
    'zero pods and nothing to wake them',
    {
      archetype: 'worker',
      exposure: { kind: 'clusterOnly' },
      scaling: { kind: 'keda', triggers: [{ type: 'cpu' }], toZero: true },
    },
  ],
  [
    'a claim for one writer on several nodes',
    {
      archetype: 'service',
      exposure: { kind: 'clusterOnly' },
      delivery: {},
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
    },
  ],
  [
    'two volumes in one place',
    { archetype: 'service', data: { shape: 'ownFiles', mountPath: '/tmp/' } },
  ],
  ['a port for root', { archetype: 'service', port: 80 }],
  [
    'a class that nobody has',
    {
      data: { shape: 'scratch' },
      environments: [
        {
          name: 'dev',
          replicas: 1,
          cpu: '1',
          memory: '1Gi',
          storageClass: 'fast',
          size: '1Gi',
        },
      ],
    },
  ],
  [
    'no size',
    {
      data: { shape: 'scratch' },
      environments: [{ name: 'dev', replicas: 1, cpu: '1', memory: '1Gi' }],
    },
  ],
  [
    'one environment twice',
    {
      environments: [1, 2].map(replicas => ({
        name: 'dev',
        replicas,
        cpu: '1',
        memory: '1Gi',
      })),
    },
  ],
  ['no environment', { environments: [] }],
  [
    'both limits of a budget',
    {
      archetype: 'worker',
      data: { shape: 'nothing' },
      scaling: { kind: 'fixed' },
      disruption: { minAvailable: 1, maxUnavailable: 1 },
      environments: [{ name: 'dev', replicas: 3, cpu: '1', memory: '1Gi' }],
    },
  ],
  [
    'more pods at least than at most',
    {
      archetype: 'worker',
      scaling: { kind: 'hpa' },
      environments: [
        { name: 'dev', replicas: 9, maxReplicas: 2, cpu: '1', memory: '1Gi' },
      ],
    },
  ],
  [
    'a query with an argument that nobody gives',
    {
      archetype: 'service',
      data: { shape: 'nothing' },
      delivery: {
        steps: [{ analysis: true }],
        analysis: {
          custom: { query: '{{args.x}}', limit: 1, goodIs: 'above' },
        },
      },
    },
  ],
  [
    'a pool that nobody has',
    {
      archetype: 'service',
      edge: 'none',
      exposure: { kind: 'ciliumLb', pool: 'x' },
    },
  ],
];

import fc from 'fast-check';
import type { Arbitrary } from './arbitraryAnswer';
import {
  duration,
  hostilePath,
  hostileWords,
  name,
  quantity,
  schedule,
} from './arbitraryText';

// One answer each. Which of them go together is said in arbitraries.ts.

const furtherClaims = fc
  .uniqueArray(
    fc.record(
      {
        name: name.filter(text => !['data', 'tmp'].includes(text)),
        mountPath: fc.constant(''),
        size: quantity(['Gi'], ['1.5Gi']),
        storageClass: fc.constantFrom('lvm-thin', 'nfs'),
      },
      { requiredKeys: ['name', 'mountPath', 'size'] },
    ),
    { maxLength: 3, selector: claim => claim.name },
  )
  .map(claims =>
    claims.map(claim => ({ ...claim, mountPath: `/claims/${claim.name}` })),
  );

const mountPath = fc.constantFrom('/srv', '/var/lib/x y', '/data/', '/ü#1');

export const data: Arbitrary<'data'> = fc.oneof(
  fc.constant({ shape: 'nothing' as const }),
  fc.record(
    { shape: fc.constant('storeBeside' as const), database: name },
    { requiredKeys: ['shape'] },
  ),
  fc.record(
    { shape: fc.constant('ownFiles' as const), mountPath, furtherClaims },
    { requiredKeys: ['shape'] },
  ),
  fc.record(
    { shape: fc.constant('scratch' as const), mountPath },
    { requiredKeys: ['shape'] },
  ),
  fc.record(
    { shape: fc.constant('sharedFiles' as const), mountPath },
    { requiredKeys: ['shape'] },
  ),
);

export const exposure: Arbitrary<'exposure'> = fc.oneof(
  fc.constant({ kind: 'clusterOnly' as const }),
  fc.constant({ kind: 'gatewayApi' as const }),
  fc.constant({ kind: 'ingressNginx' as const }),
  fc.record(
    {
      kind: fc.constant('cloudflareTunnel' as const),
      to: fc.constantFrom('gateway' as const, 'service' as const),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('ciliumLb' as const),
      pool: fc.constantFrom('services', 'public'),
      bgp: fc.boolean(),
    },
    { requiredKeys: ['kind'] },
  ),
);

export const egress: Arbitrary<'egress'> = fc.array(
  fc
    .tuple(
      fc.oneof(
        name.map(namespace => ({ namespace })),
        fc.constantFrom('10.20.0.0/16', '0.0.0.0/0', 'fd00::/8').map(cidr => ({
          cidr,
        })),
      ),
      fc.integer({ min: 1, max: 65_535 }),
      fc.constantFrom('TCP' as const, 'UDP' as const),
    )
    .map(([callee, port, protocol]) => ({ ...callee, port, protocol })),
  { maxLength: 3 },
);

const percent = fc.integer({ min: 1, max: 100 });

const trigger = fc.oneof(
  fc.record({
    type: fc.constant('queue' as const),
    query: hostileWords,
    perPod: fc.constantFrom(0.001, 1, 50),
  }),
  fc.record({
    type: fc.constant('latency' as const),
    p95Ms: fc.integer({ min: 1, max: 5000 }),
  }),
  fc.record(
    {
      type: fc.constant('cron' as const),
      timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
      start: fc.constant('0 8 * * 1-5'),
      end: fc.constant('0 18 * * 1-5'),
      replicas: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: ['type', 'start', 'end', 'replicas'] },
  ),
  fc.record({ type: fc.constant('cpu' as const), utilization: percent }),
  fc.record({ type: fc.constant('memory' as const), utilization: percent }),
);

export const scaling: Arbitrary<'scaling'> = fc.oneof(
  fc.constant({ kind: 'fixed' as const }),
  fc.record(
    {
      kind: fc.constant('hpa' as const),
      cpuUtilization: percent,
      memoryUtilization: percent,
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    {
      kind: fc.constant('keda' as const),
      triggers: fc.array(trigger, { minLength: 1, maxLength: 4 }),
      toZero: fc.boolean(),
    },
    { requiredKeys: ['kind', 'triggers'] },
  ),
);

export const snapshots: Arbitrary<'snapshots'> = fc.record(
  { schedule, keep: fc.integer({ min: 1, max: 30 }) },
  { requiredKeys: [] },
);

export const migration: Arbitrary<'migration'> = fc.record(
  {
    command: fc.array(hostileWords, { minLength: 1, maxLength: 3 }),
    expandContract: fc.boolean(),
    timeout: duration,
  },
  { requiredKeys: ['command'] },
);

export const slo: Arbitrary<'slo'> = fc.record(
  {
    availability: fc.constantFrom(0.5, 0.99, 0.9995, 0.99999),
    expectedRps: fc.constantFrom(0, 0.1, 1e5),
    zeroDowntime: fc.boolean(),
  },
  { requiredKeys: [] },
);

export const job: Arbitrary<'job'> = fc.record(
  {
    schedule,
    timeZone: fc.constantFrom('Etc/UTC', 'America/Sao_Paulo'),
    overlap: fc.constantFrom('Allow', 'Forbid', 'Replace'),
    timeout: duration,
    retries: fc.integer({ min: 0, max: 10 }),
  },
  { requiredKeys: ['schedule'] },
);

export const productionSync: Arbitrary<'productionSync'> = fc.oneof(
  fc.constantFrom({ mode: 'automated' as const }, { mode: 'manual' as const }),
  fc.record(
    {
      mode: fc.constant('window' as const),
      schedule,
      duration,
      timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
    },
    { requiredKeys: ['mode'] },
  ),
);

export const disruption: Arbitrary<'disruption'> = fc.oneof(
  fc.constantFrom({}, { minAvailable: 1 }),
  fc.integer({ min: 1, max: 5 }).map(maxUnavailable => ({ maxUnavailable })),
);

export const shutdown: Arbitrary<'shutdown'> = fc.record(
  {
    preStopSeconds: fc.integer({ min: 0, max: 20 }),
    drainSeconds: fc.integer({ min: 0, max: 120 }),
    graceSeconds: fc.integer({ min: 1, max: 120 }),
  },
  { requiredKeys: [] },
);

export const paths: Arbitrary<'paths'> = fc.record(
  { live: hostilePath, ready: hostilePath, metrics: hostilePath },
  { requiredKeys: [] },
);

export const image: Arbitrary<'image'> = fc.record(
  {
    repository: fc.constantFrom(
      'registry.example/shop/orders',
      'registry.example:5000/a/b',
      'docker.io/library/postgres',
    ),
    tag: fc.constantFrom(
      '1.10',
      '0',
      'on',
      '2026-11-24',
      '0x1f',
      'v1.2.3-rc_1',
    ),
    digest: fc.constant(`sha256:${'0'.repeat(64)}`),
  },
  { requiredKeys: ['repository'] },
);

import type { ServiceAnswers } from '@baremetal/golden-path';
import type { Axes, Combination } from './pairwise';

type Answers = Partial<ServiceAnswers>;

const QUEUE = {
  type: 'queue',
  query: 'sum(queue_messages_waiting{namespace="{{namespace}}"})',
  perPod: 10,
} as const;

/** What each choice of a developer adds to plain answers. The first of an axis adds nothing. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Answers>>>> = {
  archetype: {
    service: {},
    worker: { archetype: 'worker' },
    job: { archetype: 'job', job: { schedule: '0 3 * * *' } },
  },
  strategy: {
    canary: {},
    person: {
      delivery: {
        steps: [
          { setWeight: 34 },
          { pause: { duration: '1m' } },
          { setWeight: 67 },
          { pause: { duration: '1m' } },
        ],
      },
    },
    dynamic: { delivery: { analysis: {}, dynamicStableScale: true } },
    bluegreen: { delivery: { strategy: 'blueGreen', analysis: {} } },
    abheader: { delivery: { strategy: 'ab', ab: { by: 'header' } } },
    abcookie: { delivery: { strategy: 'ab', ab: { by: 'cookie' } } },
    rolling: { delivery: { strategy: 'rolling' } },
  },
  exposure: {
    inside: {},
    gateway: { exposure: { kind: 'gatewayApi' } },
    nginx: { exposure: { kind: 'ingressNginx' } },
    tunnel: { exposure: { kind: 'cloudflareTunnel' } },
    direct: { exposure: { kind: 'cloudflareTunnel', to: 'service' } },
    lb: { exposure: { kind: 'ciliumLb', bgp: true } },
  },
  scaling: {
    fixed: {},
    hpa: { scaling: { kind: 'hpa' } },
    queue: { scaling: { kind: 'keda', triggers: [QUEUE] } },
    latency: {
      scaling: { kind: 'keda', triggers: [{ type: 'latency', p95Ms: 200 }] },
    },
    cron: {
      scaling: {
        kind: 'keda',
        triggers: [
          {
            type: 'cron',
            start: '0 8 * * 1-5',
            end: '0 18 * * 1-5',
            replicas: 4,
          },
          { type: 'cpu' },
        ],
      },
    },
  },
  data: {
    nothing: {},
    store: { data: { shape: 'storeBeside' } },
    files: { data: { shape: 'ownFiles' } },
    several: {
      data: {
        shape: 'ownFiles',
        furtherClaims: [
          { name: 'index', mountPath: '/var/lib/index', size: '5Gi' },
        ],
      },
    },
    scratch: { data: { shape: 'scratch' } },
  },
  extra: {
    none: {},
    migration: {
      migration: { command: ['node', 'migrate.js'], expandContract: true },
    },
    snapshots: { snapshots: {} },
    vpa: { recommendations: true },
    window: { productionSync: { mode: 'window' } },
    edge: { edge: 'caddy' },
  },
};

/** The choices by their short names. */
export const AXES: Axes = Object.fromEntries(
  Object.entries(CHOICES).map(([axis, values]) => [axis, Object.keys(values)]),
);

/** Answers that differ from plain ones by what was chosen. */
export function answersOf(combination: Combination): Answers {
  return Object.assign(
    {},
    ...Object.entries(combination).map(
      ([axis, value]) => CHOICES[axis]?.[value] ?? {},
    ),
  );
}

/** A name that says what was chosen, short enough for a service. */
export function nameOf(combination: Combination, index: number): string {
  const words = Object.entries(combination)
    .filter(([axis, value]) => AXES[axis]?.[0] !== value)
    .map(([, value]) => value);
  return ['m', String(index), ...words]
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
}

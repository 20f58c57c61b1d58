import fc from 'fast-check';
import { validAnswers } from './arbitraries';
import { hostile } from './arbitraryText';

/** Answers that something must be said against. */
export interface Mistake {
  readonly title: string;
  readonly answers: unknown;
}

type Path = readonly (string | number)[];

/** Every place of a value, itself included. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, child]) =>
    child === undefined ? [] : placesOf(child, [...path, key]),
  );
  return [path, ...below];
}

function valueAt(value: any, path: Path): unknown {
  return path.reduce((at, key) => at[key], value);
}

/** A copy with another value in one place. */
function withValue(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  const copy: any = Array.isArray(value)
    ? [...value]
    : { ...(value as object) };
  copy[key] = withValue(copy[key], rest, other);
  return copy;
}

function without(value: unknown, path: Path): unknown {
  const parent: any = { ...(valueAt(value, path.slice(0, -1)) as object) };
  delete parent[path[path.length - 1]!];
  return withValue(value, path.slice(0, -1), parent);
}

/** What no answer of the same type could be. */
function ofAnotherType(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return { odd: 1 };
    case 'number':
      return 'many';
    case 'boolean':
      return 'perhaps';
    default:
      return 7;
  }
}

const wrongType = (answers: unknown) =>
  fc.constantFrom(...placesOf(answers)).map(path => ({
    title: `another type at ${path.join('.')}`,
    answers: withValue(answers, path, ofAnotherType(valueAt(answers, path))),
  }));

const REQUIRED: readonly Path[] = [
  ['name'],
  ['owner'],
  ['hardwareClass'],
  ['environments'],
  ['repo'],
  ['repo', 'name'],
  ['environments', 0, 'name'],
  ['environments', 0, 'replicas'],
  ['environments', 0, 'cpu'],
];

const left = (answers: unknown) =>
  fc.constantFrom(...REQUIRED).map(path => ({
    title: `${path.join('.')} left out`,
    answers: without(answers, path),
  }));

const unknownKey = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(
        ...placesOf(answers).filter(path => {
          const value = valueAt(answers, path);
          return typeof value === 'object' && !Array.isArray(value);
        }),
      ),
      fc.constantFrom('replica', 'toString', 'constructor', '$ref'),
    )
    .map(([path, key]) => ({
      title: `an unknown key at ${path.join('.')}`,
      answers: withValue(answers, [...path, key], 1),
    }));

/** Names that become names of objects, or must be known to the platform. */
const IDENTIFIERS: readonly Path[] = [
  ['name'],
  ['hardwareClass'],
  ['environments', 0, 'name'],
];

const hostileIdentifier = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(...IDENTIFIERS),
      hostile.filter(text => !/^[a-z][a-z0-9-]*$/.test(text)),
    )
    .map(([path, text]) => ({
      title: `${path.join('.')} is ${JSON.stringify(text)}`,
      answers: withValue(answers, path, text),
    }));

/** Numbers that no cluster has room for, or that are none. */
const oddNumber = (answers: unknown) =>
  fc
    .tuple(
      fc.constantFrom(
        ...placesOf(answers).filter(
          path =>
            typeof valueAt(answers, path) === 'number' &&
            // Any number may be somebody's limit, rate or share of work.
            !['limit', 'expectedRps', 'perPod'].includes(String(path.at(-1))),
        ),
      ),
      fc.constantFrom(-1, 1.5e300, Number.MAX_SAFE_INTEGER, NaN, Infinity),
    )
    .map(([path, number]) => ({
      title: `${path.join('.')} is ${number}`,
      answers: withValue(answers, path, number),
    }));

/** Well formed each, and wrong together. */
const NONSENSE: readonly [
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

const nonsense = (answers: object) =>
  fc.constantFrom(...NONSENSE).map(([title, changes]) => ({
    title,
    answers: { ...answers, ...changes },
  }));

const noAnswers = fc
  .constantFrom<unknown>(undefined, null, 7, 'on', [], [[]], {}, true)
  .map(answers => ({
    title: `no answers: ${JSON.stringify(answers)}`,
    answers,
  }));

/** Good answers with one mistake in them, or no answers at all. */
export const mistakes: fc.Arbitrary<Mistake> = fc.oneof(
  { weight: 1, arbitrary: noAnswers },
  {
    weight: 30,
    arbitrary: validAnswers.chain(answers =>
      fc.oneof(
        wrongType(answers),
        left(answers),
        unknownKey(answers),
        hostileIdentifier(answers),
        oddNumber(answers),
        nonsense(answers),
      ),
    ),
  },
);

import type {
  FitAnswer,
  Severity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { PLATFORM } from '../../rules/goodAnswers';
import { parsePoolSpec } from '../planPool';
import type { PoolAnswers, PoolSpec } from '../poolSpec';

/** A pool that nobody has anything to say about. */
export const ANSWERS: PoolAnswers = {
  name: 'compute',
  environments: ['dev', 'prod'],
  storageClasses: [
    { name: 'nvme-r2', storagePool: 'nvme' },
    {
      name: 'nvme-thin',
      storagePool: 'nvme-thin',
      copies: 3,
      differentBy: 'kubernetes.io/hostname',
      remoteAccess: false,
      reclaim: 'Retain',
      overProvision: 2,
    },
  ],
  reserve: { nodes: 2, cpu: '4', memory: '8Gi' },
  images: ['registry.example:5000/base/node:24.1.0'],
};

export function specOf(special: Partial<PoolAnswers> = {}): PoolSpec {
  const parsed = parsePoolSpec({ ...ANSWERS, ...special });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.spec;
}

/** Machines of the pool in both environments. */
export function liveWith(nodes: number, domains: readonly string[]): FitAnswer {
  return {
    environments: ['dev', 'prod'].map(environment => ({
      environment,
      reading: {
        ok: true,
        cluster: environment,
        observedAt: '2026-11-28T12:00:00Z',
        value: {
          storageClasses: [],
          hardwareClasses: [
            {
              name: 'compute',
              nodes,
              domains,
              largestNode: { cpuMillis: 32_000, memoryBytes: 128 * 2 ** 30 },
              fitsNow: nodes,
              fitsAfterNodeLoss: nodes - 1,
            },
          ],
        },
      },
    })),
  };
}

/** Six machines in three power domains. */
export const THREE = liveWith(6, ['a', 'b', 'c']);

/** Answers with one class. */
export function classOf(special: object) {
  return {
    storageClasses: [{ name: 'fast', storagePool: 'nvme', ...special }],
  };
}

/** Answers that one rule of pools has something to say about. */
export interface PoolSituation {
  readonly title: string;
  readonly answers: Partial<PoolAnswers>;
  readonly live: FitAnswer;
  readonly id: string;
  readonly severity: Severity;
  readonly path: string;
}

export const POOL_SITUATIONS: readonly PoolSituation[] = [
  {
    title: 'an environment that is none',
    answers: { environments: ['dev', 'test'] },
    live: THREE,
    id: 'PL01',
    severity: 'error',
    path: 'environments',
  },
  {
    title: 'two classes of one name',
    answers: {
      storageClasses: [
        ...classOf({}).storageClasses,
        ...classOf({}).storageClasses,
      ],
    },
    live: THREE,
    id: 'PL02',
    severity: 'error',
    path: 'storageClasses.1.name',
  },
  {
    title: 'a class that exists with other copies',
    answers: classOf({
      name: PLATFORM.storageClasses[0]!.name,
      copies: 5,
      differentBy: 'rack',
    }),
    live: THREE,
    id: 'PL02',
    severity: 'error',
    path: 'storageClasses.0.name',
  },
  {
    title: 'one copy',
    answers: classOf({ copies: 1 }),
    live: THREE,
    id: 'PL03',
    severity: 'warning',
    path: 'storageClasses.0.copies',
  },
  {
    title: 'more copies than domains',
    answers: { ...classOf({ copies: 4 }), environments: ['dev'] },
    live: THREE,
    id: 'PL04',
    severity: 'error',
    path: 'storageClasses.0.copies',
  },
  {
    title: 'no third domain',
    answers: { ...classOf({}), environments: ['dev'] },
    live: liveWith(6, ['a', 'b']),
    id: 'PL04',
    severity: 'warning',
    path: 'storageClasses.0.copies',
  },
  {
    title: 'a placeholder larger than a machine',
    answers: {
      reserve: { nodes: 1, cpu: '64', memory: '8Gi' },
      environments: ['dev'],
    },
    live: THREE,
    id: 'PL05',
    severity: 'error',
    path: 'reserve',
  },
  {
    title: 'a reserve on every machine',
    answers: {
      reserve: { nodes: 6, cpu: '4', memory: '8Gi' },
      environments: ['dev'],
    },
    live: THREE,
    id: 'PL05',
    severity: 'warning',
    path: 'reserve.nodes',
  },
  {
    title: 'an image that changes',
    answers: { images: ['node:latest'] },
    live: THREE,
    id: 'PL06',
    severity: 'error',
    path: 'images.0',
  },
];

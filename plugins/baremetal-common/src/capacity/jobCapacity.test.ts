import type { CronJobRow } from '../kube';
import { cronJob } from '../delivery/__fixtures__/settlement';
import { toCapacityDetail } from './capacityDetail';
import { toPackBase } from './packBase';
import { toPackSnapshot } from './toPackSnapshot';

const LABELS = { pool: 'pool', domain: 'domain' };

const node = (name: string) => ({
  uid: name,
  name,
  namespace: '',
  deleting: false,
  labels: { pool: 'compute', domain: `pdu-${name}` },
  taints: [],
  unschedulable: false,
  ready: 'True' as const,
  pressures: [],
  allocatable: { cpu: 1000, memory: 2 ** 30, pods: 10 },
});

const detailOf = (...cronJobs: readonly CronJobRow[]) => {
  const rows = { nodes: [node('a'), node('b')], pods: [], volumes: [] };
  return toCapacityDetail(toPackBase(toPackSnapshot(rows, LABELS)), {
    pods: [],
    rollouts: [],
    replicaSets: [],
    cronJobs,
    budgets: [],
  });
};

it('has room for a job by the size of its next run, although no pod runs', () => {
  const detail = detailOf(cronJob());
  expect(detail).toMatchObject({
    pool: 'compute',
    pods: 0,
    podRequest: { cpuMillis: 250, memoryBytes: 2 ** 28 },
    protection: [],
    canarySteps: [],
  });
  expect(detail?.rows.map(row => [row.case, row.fits])).toEqual([
    ['now', 8],
    ['nodeLoss', 4],
    ['domainLoss', 4],
  ]);
});

it('does not take what looks after the data of a service for the service', () => {
  expect(detailOf(cronJob({ name: 'settlement-snapshots' }))).toBeUndefined();
});

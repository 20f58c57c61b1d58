import { ANYWHERE } from '../../capacity/terms';
import type { CronJobRow, JobRow, PodRow } from '../../kube';
import type { Known } from '../../wire/reading';
import type { DeliveryRows } from '../rolloutFacts';
import { pod, rows } from './checkout';

/** settlement in prod: every night at 02:30 UTC, 1.1.0 is asked for. */
export const NOW = new Date('2026-11-22T14:31:00Z');
export const DIGEST = `sha256:${'1'.repeat(64)}`;

const images = (tag: string) => [
  { container: 'app', image: `registry.example/shop/settlement:${tag}` },
];

export function cronJob(changes: Partial<CronJobRow> = {}): CronJobRow {
  return {
    uid: 'uid-settlement',
    name: 'settlement',
    namespace: 'settlement-prod',
    kubernetesId: 'settlement',
    deleting: false,
    createdAt: '2026-10-01T09:00:00Z',
    changedAt: '2026-11-20T10:00:00Z',
    schedule: '30 2 * * *',
    timeZone: 'Etc/UTC',
    suspended: false,
    lastScheduleAt: '2026-11-22T02:30:00Z',
    lastSuccessAt: '2026-11-22T02:30:41Z',
    images: images('1.1.0'),
    pod: {
      labels: { app: 'settlement' },
      request: { amounts: { cpu: 250, memory: 2 ** 28 }, certainty: 'exact' },
      terms: ANYWHERE,
    },
    ...changes,
  };
}

const condition = (type: string, at: string, reason?: string) => ({
  type,
  status: 'True' as const,
  lastTransitionAt: at,
  ...(reason !== undefined && { reason }),
});

/** A run of this morning that is under way. */
export function job(changes: Partial<JobRow> & { tag?: string } = {}): JobRow {
  const { tag = '1.1.0', ...rest } = changes;
  return {
    uid: 'uid-run',
    name: 'settlement-29870550',
    namespace: 'settlement-prod',
    kubernetesId: 'settlement',
    deleting: false,
    owner: { uid: 'uid-settlement', kind: 'CronJob', name: 'settlement' },
    createdAt: '2026-11-22T02:30:00Z',
    startedAt: '2026-11-22T02:30:00Z',
    byHand: false,
    active: 1,
    failed: 0,
    retries: 2,
    deadlineSeconds: 1800,
    images: images(tag),
    conditions: [],
    ...rest,
  };
}

export const succeeded = (changes: Parameters<typeof job>[0] = {}) =>
  job({
    active: 0,
    completedAt: '2026-11-22T02:30:41Z',
    conditions: [condition('Complete', '2026-11-22T02:30:41Z')],
    ...changes,
  });

export const failed = (
  reason: string,
  changes: Parameters<typeof job>[0] = {},
) =>
  job({
    active: 0,
    failed: 3,
    conditions: [condition('Failed', '2026-11-22T02:33:00Z', reason)],
    ...changes,
  });

/** Pod of the run, by how its program ended. */
export const jobPod = (changes: Partial<PodRow> = {}): PodRow => ({
  ...pod('settlement-29870550-x', 'stable'),
  namespace: 'settlement-prod',
  kubernetesId: 'settlement',
  owner: { uid: 'uid-run', kind: 'Job', name: 'settlement-29870550' },
  containers: [
    {
      name: 'app',
      image: 'registry.example/shop/settlement:1.1.0',
      digest: DIGEST,
      ready: false,
      restarts: 0,
    },
  ],
  ...changes,
});

/** What the cluster says of it. */
export function jobRows(
  parts: {
    readonly cronJob?: Partial<CronJobRow>;
    readonly jobs?: readonly JobRow[] | Known<readonly JobRow[]>;
    readonly pods?: readonly PodRow[];
  } = {},
): DeliveryRows {
  const { jobs = [succeeded()], pods = [] } = parts;
  return rows({
    rollouts: [],
    replicaSets: [],
    analysisRuns: { known: true, value: [] },
    pods,
    cronJobs: [cronJob(parts.cronJob)],
    jobs: 'known' in jobs ? jobs : { known: true, value: jobs },
  });
}

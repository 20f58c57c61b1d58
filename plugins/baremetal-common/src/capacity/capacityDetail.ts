import type {
  BudgetRow,
  CronJobRow,
  PodRow,
  ReplicaSetRow,
  RolloutRow,
} from '../kube';
import { distinct, listWords } from '../quantity/words';
import type { CapacityDetail } from '../wire/capacityView';
import { canaryPods } from './canaryPods';
import type { PackBase } from './packBase';
import { budgetOf, budgetWords, toProtection, toSpread } from './protection';
import { toRoomRows } from './roomRows';
import { computeServiceRoom, type ServiceRoom } from './serviceRoom';
import type { PackPod, PodTemplate } from './snapshot';
import { templateOf } from './toPackSnapshot';

/** What one cluster says of a service, for its capacity. */
export interface CapacityRows {
  /** All pods of the service in its namespace. */
  readonly pods: readonly PodRow[];
  readonly rollouts: readonly RolloutRow[];
  readonly replicaSets: readonly ReplicaSetRow[];
  readonly cronJobs: readonly CronJobRow[];
  /** `undefined` when they could not be read. */
  readonly budgets: readonly BudgetRow[] | undefined;
}

/** Room and protection of a service on one cluster; `undefined` when nothing of it is there. */
export function toCapacityDetail(
  base: PackBase,
  rows: CapacityRows,
): CapacityDetail | undefined {
  const serving = servingPods(rows);
  const template = onePod(serving, rows.cronJobs);
  if (template === undefined) {
    return undefined;
  }
  const ids = new Set(serving.map(({ uid }) => uid));
  const own = ownPods(base, ids);
  const room = computeServiceRoom(base, template, uid => ids.has(uid));
  const [rollout] = rows.rollouts;
  const budget = budgetOf({ template, budgets: rows.budgets });
  const { cpu = 0, memory = 0 } = template.request.amounts;
  return {
    pool: poolWords(room),
    nodes: room.nodes.length,
    domains: room.domains,
    pods: own.length,
    podRequest: { cpuMillis: cpu, memoryBytes: memory },
    binding: bindingOf(room),
    rows: toRoomRows({ room, template, own }),
    spread: toSpread({ room, own }, canaryTest(serving, rows)),
    // What ends by itself is not kept running by anything.
    protection:
      serving.length === 0
        ? []
        : toProtection({ room, own, template, budgets: rows.budgets }),
    canarySteps: rollout ? canaryPods(rollout) : [],
    ...(budget && { budget: budgetWords(budget) }),
  };
}

/** Pods that answer requests: those of replica sets, else of stateful sets; a store beside them has its own room. */
function servingPods({ pods }: CapacityRows): readonly PodRow[] {
  const living = pods.filter(
    ({ deleting, phase }) =>
      !deleting && phase !== 'Succeeded' && phase !== 'Failed',
  );
  const ofSets = living.filter(({ owner }) => owner?.kind === 'ReplicaSet');
  return ofSets.length > 0
    ? ofSets
    : living.filter(({ owner }) => owner?.kind === 'StatefulSet');
}

/** One more pod: like the newest that serves, or like those of the next run. */
function onePod(
  serving: readonly PodRow[],
  cronJobs: readonly CronJobRow[],
): PodTemplate | undefined {
  const newest = [...serving].sort(byAge).at(-1);
  if (newest) {
    return templateOf(newest);
  }
  // What only looks after its data is called after it, not like it.
  const job = cronJobs.find(({ name, kubernetesId }) => name === kubernetesId);
  return (
    job && { ...job.pod, namespace: job.namespace, priority: 0, preempts: true }
  );
}

function byAge(a: PodRow, b: PodRow): number {
  return (
    (a.createdAt ?? '').localeCompare(b.createdAt ?? '') ||
    a.name.localeCompare(b.name)
  );
}

function ownPods(base: PackBase, ids: ReadonlySet<string>): PackPod[] {
  return [...base.podsByNode.values()].flat().filter(({ uid }) => ids.has(uid));
}

function canaryTest(
  pods: readonly PodRow[],
  { rollouts, replicaSets }: CapacityRows,
): (uid: string) => boolean {
  const hashes = rollouts
    .filter(({ status }) => status.stableHash !== status.currentPodHash)
    .map(({ status }) => status.currentPodHash);
  const sets = new Set(
    replicaSets
      .filter(
        ({ podHash }) => podHash !== undefined && hashes.includes(podHash),
      )
      .map(({ uid }) => uid),
  );
  const canaries = new Set(
    pods
      .filter(({ owner }) => sets.has(owner?.uid ?? ''))
      .map(({ uid }) => uid),
  );
  return uid => canaries.has(uid);
}

function poolWords({ nodes }: ServiceRoom): string {
  const pools = distinct(nodes.map(({ pool }) => pool ?? 'no class'));
  return pools.length === 0 ? 'none' : listWords(pools);
}

function bindingOf({ now: { limit } }: ServiceRoom): CapacityDetail['binding'] {
  if (typeof limit === 'string') {
    return 'unknown';
  }
  switch (limit.short) {
    case 'cpu':
    case 'memory':
    case 'pods':
      return limit.short;
    default:
      return 'unknown';
  }
}

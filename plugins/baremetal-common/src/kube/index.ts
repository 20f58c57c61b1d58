import type { AnalysisRunRow } from './analysisRunRow';
import type { CronJobRow, JobRow } from './jobRows';
import type { NodeRow } from './nodeRow';
import type { PodRow } from './podRow';
import type { RolloutRow } from './rolloutRow';
import type { ClaimRow, StorageClassRow, VolumeRow } from './storageRows';
import type {
  BudgetRow,
  DeploymentRow,
  ReplicaSetRow,
  StatefulSetRow,
} from './workloadRows';

export type * from './rowMeta';
export type * from './podRow';
export type * from './nodeRow';
export type * from './rolloutRow';
export type * from './analysisRunRow';
export type * from './workloadRows';
export type * from './jobRows';
export type * from './storageRows';

/** The kinds that are watched on every cluster, and what is kept of each. */
export interface RowsByKind {
  pods: PodRow;
  nodes: NodeRow;
  rollouts: RolloutRow;
  replicaSets: ReplicaSetRow;
  analysisRuns: AnalysisRunRow;
  deployments: DeploymentRow;
  statefulSets: StatefulSetRow;
  cronJobs: CronJobRow;
  jobs: JobRow;
  claims: ClaimRow;
  volumes: VolumeRow;
  budgets: BudgetRow;
  storageClasses: StorageClassRow;
}

export type RowKind = keyof RowsByKind;

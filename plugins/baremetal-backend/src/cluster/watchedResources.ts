import type {
  ChangeSignal,
  RowKind,
  RowsByKind,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  Interner,
  KubeObject,
  OptionalGroup,
} from '@baremetal/kube-watch';
import { toAnalysisRunRow } from './projections/analysisRunRow';
import { toCronJobRow, toJobRow } from './projections/jobRows';
import { toNodeRow } from './projections/nodeRow';
import { toPodRow } from './projections/podRow';
import { toRolloutRow } from './projections/rolloutRow';
import {
  toClaimRow,
  toStorageClassRow,
  toVolumeRow,
} from './projections/storageRows';
import {
  toBudgetRow,
  toDeploymentRow,
  toReplicaSetRow,
  toStatefulSetRow,
} from './projections/workloadRows';

type Concept = ChangeSignal['concept'];

/** A kind that is watched on every cluster. */
export interface WatchedResource<K extends RowKind = RowKind> {
  readonly kind: K;
  readonly path: string;
  /** For sentences: "does not let us read analysis runs". */
  readonly words: string;
  readonly project: (object: KubeObject, intern: Interner) => RowsByKind[K];
  /** What may look different after a change. */
  readonly concepts: readonly Concept[];
  readonly optional?: OptionalGroup;
}

const ROLLOUTS = 'argoproj.io/v1alpha1';

/** What an object is read as: the API server's validation stands for its shape. */
function reads<Raw, Row>(
  project: (object: Raw, intern: Interner) => Row,
): (object: KubeObject, intern: Interner) => Row {
  return (object, intern) => project(object as unknown as Raw, intern);
}

/** Every kind that the suite reads; `deploy/rbac` allows exactly these. */
export const WATCHED: { readonly [K in RowKind]: WatchedResource<K> } = {
  pods: {
    kind: 'pods',
    path: '/api/v1/pods',
    words: 'pods',
    project: reads(toPodRow),
    concepts: ['delivery', 'capacity', 'storage'],
  },
  nodes: {
    kind: 'nodes',
    path: '/api/v1/nodes',
    words: 'nodes',
    project: reads(toNodeRow),
    concepts: ['capacity', 'storage'],
  },
  rollouts: {
    kind: 'rollouts',
    path: `/apis/${ROLLOUTS}/rollouts`,
    words: 'rollouts',
    project: reads(toRolloutRow),
    concepts: ['delivery', 'capacity', 'promotion'],
    optional: { groupVersion: ROLLOUTS, resource: 'rollouts' },
  },
  replicaSets: {
    kind: 'replicaSets',
    path: '/apis/apps/v1/replicasets',
    words: 'replica sets',
    project: reads(toReplicaSetRow),
    concepts: ['delivery'],
  },
  analysisRuns: {
    kind: 'analysisRuns',
    path: `/apis/${ROLLOUTS}/analysisruns`,
    words: 'analysis runs',
    project: reads(toAnalysisRunRow),
    concepts: ['delivery'],
    optional: { groupVersion: ROLLOUTS, resource: 'analysisruns' },
  },
  deployments: {
    kind: 'deployments',
    path: '/apis/apps/v1/deployments',
    words: 'deployments',
    project: reads(toDeploymentRow),
    concepts: ['delivery', 'promotion'],
  },
  statefulSets: {
    kind: 'statefulSets',
    path: '/apis/apps/v1/statefulsets',
    words: 'stateful sets',
    project: reads(toStatefulSetRow),
    concepts: ['delivery', 'storage', 'promotion'],
  },
  cronJobs: {
    kind: 'cronJobs',
    path: '/apis/batch/v1/cronjobs',
    words: 'cron jobs',
    project: reads(toCronJobRow),
    concepts: ['delivery', 'capacity', 'promotion'],
  },
  jobs: {
    kind: 'jobs',
    path: '/apis/batch/v1/jobs',
    words: 'jobs',
    project: reads(toJobRow),
    concepts: ['delivery', 'promotion'],
  },
  claims: {
    kind: 'claims',
    path: '/api/v1/persistentvolumeclaims',
    words: 'volume claims',
    project: reads(toClaimRow),
    concepts: ['storage'],
  },
  volumes: {
    kind: 'volumes',
    path: '/api/v1/persistentvolumes',
    words: 'volumes',
    project: reads(toVolumeRow),
    concepts: ['storage'],
  },
  budgets: {
    kind: 'budgets',
    path: '/apis/policy/v1/poddisruptionbudgets',
    words: 'disruption budgets',
    project: reads(toBudgetRow),
    concepts: ['capacity'],
  },
  storageClasses: {
    kind: 'storageClasses',
    path: '/apis/storage.k8s.io/v1/storageclasses',
    words: 'storage classes',
    project: reads(toStorageClassRow),
    concepts: ['storage'],
  },
};

export const ROW_KINDS = Object.keys(WATCHED) as readonly RowKind[];

/** What may look different after a change of a kind. */
export function conceptsOf(kind: RowKind): readonly Concept[] {
  return WATCHED[kind].concepts;
}

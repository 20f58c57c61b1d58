import type {
  AnalysisRunRow,
  CronJobRow,
  DeploymentRow,
  JobRow,
  PodRow,
  ReplicaSetRow,
  RolloutRow,
  StatefulSetRow,
  TemplateImage,
} from '../kube';
import type { Known, Problem } from '../wire/reading';
import type { PodView } from '../wire/rolloutView';
import type { VersionLabel } from '../wire/serviceOverview';
import { isLiving } from './podView';
import { isFullyPromoted } from './rolloutPhase';
import { mainImage, toVersion } from './version';

/** What one cluster says of a service's workloads in one namespace. */
export interface DeliveryRows {
  readonly rollouts: readonly RolloutRow[];
  readonly deployments: readonly DeploymentRow[];
  readonly statefulSets: readonly StatefulSetRow[];
  readonly cronJobs: readonly CronJobRow[];
  /** Runs of those jobs. */
  readonly jobs: Known<readonly JobRow[]>;
  readonly replicaSets: readonly ReplicaSetRow[];
  readonly pods: readonly PodRow[];
  readonly analysisRuns: Known<readonly AnalysisRunRow[]>;
  /** Power domain of a node, by its name; `undefined` when unknown. */
  readonly domainOf: (node: string) => string | undefined;
}

/** A rollout with all that belongs to it, by `uid` and hash and never by name. */
export interface RolloutFacts {
  readonly rollout: RolloutRow;
  readonly sets: readonly ReplicaSetRow[];
  /** Absent when the replica set is not there or may not be read. */
  readonly stableSet?: ReplicaSetRow;
  /** The new version while it has not taken over. */
  readonly canarySet?: ReplicaSetRow;
  readonly pods: readonly {
    readonly pod: PodRow;
    readonly role: PodView['role'];
  }[];
  /** Runs that look at the version that is asked for, oldest first. */
  readonly runs: readonly AnalysisRunRow[];
  /** Of all revisions. */
  readonly allRuns: readonly AnalysisRunRow[];
  readonly runsProblem?: Problem;
}

/** Collects what belongs to a rollout. */
export function gatherRollout(
  rollout: RolloutRow,
  rows: DeliveryRows,
): RolloutFacts {
  const { currentPodHash, stableHash } = rollout.status;
  const sets = rows.replicaSets.filter(
    ({ owner }) => owner?.uid === rollout.uid,
  );
  const stableSet = sets.find(
    ({ podHash }) => podHash !== undefined && podHash === stableHash,
  );
  const canarySet = isFullyPromoted(rollout)
    ? undefined
    : sets.find(
        ({ podHash }) => podHash !== undefined && podHash === currentPodHash,
      );
  const roles = new Map<string, PodView['role']>(
    sets.map(set => [set.uid, set === stableSet ? 'stable' : 'other']),
  );
  if (canarySet) {
    roles.set(canarySet.uid, 'canary');
  }
  const allRuns = rows.analysisRuns.known
    ? rows.analysisRuns.value
        .filter(({ owner }) => owner?.uid === rollout.uid)
        .sort(byStart)
    : [];
  return {
    rollout,
    sets,
    ...(stableSet && { stableSet }),
    ...(canarySet && { canarySet }),
    pods: rows.pods.flatMap(pod => {
      const role = roles.get(pod.owner?.uid ?? '');
      return role === undefined ? [] : [{ pod, role }];
    }),
    runs: allRuns.filter(({ podHash }) => podHash === currentPodHash),
    allRuns,
    ...(!rows.analysisRuns.known && { runsProblem: rows.analysisRuns.problem }),
  };
}

function byStart(a: AnalysisRunRow, b: AnalysisRunRow): number {
  return (a.startedAt ?? a.createdAt ?? '').localeCompare(
    b.startedAt ?? b.createdAt ?? '',
  );
}

/** What serves, and what is on its way. */
export interface RolloutVersions {
  readonly stable?: VersionLabel;
  readonly canary?: VersionLabel;
}

/** Versions of a rollout, with the digests that its pods really run. */
export function rolloutVersions(facts: RolloutFacts): RolloutVersions {
  const { rollout, stableSet, canarySet } = facts;
  const asked = (): VersionLabel | undefined =>
    versionOf(
      rollout.images,
      facts.pods.map(({ pod }) => pod),
      rollout.kubernetesId,
    );
  if (isFullyPromoted(rollout)) {
    const stable = stableSet ? setVersion(stableSet, facts) : asked();
    return stable ? { stable } : {};
  }
  const stable = stableSet && setVersion(stableSet, facts);
  const canary = canarySet
    ? setVersion(canarySet, facts)
    : versionOf(rollout.images, [], rollout.kubernetesId);
  return { ...(stable && { stable }), ...(canary && { canary }) };
}

/** Version of one revision of a rollout. */
export function setVersion(
  set: ReplicaSetRow,
  { pods, rollout }: Pick<RolloutFacts, 'pods' | 'rollout'>,
): VersionLabel | undefined {
  const own = pods
    .map(({ pod }) => pod)
    .filter(({ owner }) => owner?.uid === set.uid);
  return versionOf(set.images, own, rollout.kubernetesId);
}

/**
 * A template's version. The digest is what its pods report, if they all report
 * the same one.
 */
export function versionOf(
  images: readonly TemplateImage[],
  pods: readonly PodRow[],
  service: string | undefined,
): VersionLabel | undefined {
  const main = mainImage(images, service);
  if (main === undefined) {
    return undefined;
  }
  const digests = new Set(
    pods
      .filter(isLiving)
      .flatMap(({ containers }) => containers)
      .filter(({ name, digest }) => name === main.container && digest)
      .map(({ digest }) => digest),
  );
  const [digest] = digests;
  return toVersion(main.image, digests.size === 1 ? digest : undefined);
}

import type { DeploymentRow, PodRow, StatefulSetRow } from '../kube';
import type { RolloutDetail, RolloutPhase } from '../wire/rolloutView';
import type { Tone } from '../wire/statement';
import { isLiving, podStatus, toPodView } from './podView';
import { WAITS_FOR_PERSON } from './rolloutStatus';
import { versionOf, type DeliveryRows } from './rolloutFacts';

interface Phase {
  readonly phase: RolloutPhase;
  readonly message?: string;
}

/** A Deployment: all at once or rolling, without steps. */
export function toDeploymentDetail(
  deployment: DeploymentRow,
  rows: DeliveryRows,
): RolloutDetail {
  const sets = new Set(
    rows.replicaSets
      .filter(({ owner }) => owner?.uid === deployment.uid)
      .map(({ uid }) => uid),
  );
  const pods = rows.pods.filter(({ owner }) => sets.has(owner?.uid ?? ''));
  return toDetail('Deployment', deployment, {
    pods,
    answer: deploymentPhase(deployment, pods),
    domainOf: rows.domainOf,
  });
}

/** A StatefulSet: one pod after the other. */
export function toStatefulSetDetail(
  set: StatefulSetRow,
  rows: DeliveryRows,
): RolloutDetail {
  const pods = rows.pods.filter(({ owner }) => owner?.uid === set.uid);
  return toDetail('StatefulSet', set, {
    pods,
    answer: statefulSetPhase(set, pods),
    domainOf: rows.domainOf,
  });
}

function deploymentPhase(row: DeploymentRow, pods: readonly PodRow[]): Phase {
  const failed = row.conditions.find(
    ({ type, status }) => type === 'Progressing' && status === 'False',
  );
  if (failed) {
    return {
      phase: 'degraded',
      message: failed.message ?? failed.reason ?? '',
    };
  }
  return row.paused && row.updatedReplicas < row.replicas
    ? { phase: 'paused', message: 'paused by hand in its manifest' }
    : replicaPhase(row, pods);
}

// Counts of updated pods are only kept while two revisions differ.
function statefulSetPhase(row: StatefulSetRow, pods: readonly PodRow[]): Phase {
  return row.currentRevision === row.updateRevision
    ? replicaPhase({ ...row, updatedReplicas: row.replicas }, pods)
    : replicaPhase(row, pods);
}

function replicaPhase(
  row: DeploymentRow | StatefulSetRow,
  pods: readonly PodRow[],
): Phase {
  if ((row.observedGeneration ?? row.generation) < row.generation) {
    return {
      phase: 'progressing',
      message: 'change not yet seen by the controller',
    };
  }
  const complete =
    row.updatedReplicas >= row.replicas &&
    row.availableReplicas >= row.replicas;
  if (complete) {
    return { phase: 'healthy' };
  }
  return unhealthy(pods) ?? { phase: 'progressing' };
}

function unhealthy(pods: readonly PodRow[]): Phase | undefined {
  const broken = pods
    .filter(isLiving)
    .map(podStatus)
    .find(({ tone }) => tone === 'bad');
  return broken && { phase: 'degraded', message: broken.words };
}

const STATUS: Readonly<
  Record<RolloutPhase, { readonly tone: Tone; readonly words: string }>
> = {
  healthy: { tone: 'ok', words: 'Healthy' },
  notRun: { tone: 'wait', words: 'Not run yet' },
  progressing: { tone: 'busy', words: 'Rolling out' },
  paused: { tone: 'wait', words: WAITS_FOR_PERSON },
  aborted: { tone: 'bad', words: 'Aborted' },
  degraded: { tone: 'bad', words: 'Degraded' },
  invalid: { tone: 'bad', words: 'Refused' },
  unknown: { tone: 'unknown', words: 'Unknown' },
};

function toDetail(
  kind: 'Deployment' | 'StatefulSet',
  row: DeploymentRow | StatefulSetRow,
  facts: {
    readonly pods: readonly PodRow[];
    readonly answer: Phase;
    readonly domainOf: DeliveryRows['domainOf'];
  },
): RolloutDetail {
  const { phase, message } = facts.answer;
  const stable = versionOf(row.images, facts.pods, row.kubernetesId);
  return {
    kind,
    name: row.name,
    namespace: row.namespace,
    phase,
    status: STATUS[phase],
    ...(message && { message }),
    ...(stable && { stable }),
    weightIs: 'pods',
    steps: [],
    stepWords: '',
    analyses: [],
    weights: [],
    pods: facts.pods.map(pod =>
      toPodView(pod, {
        role: 'stable',
        domain: facts.domainOf(pod.node ?? ''),
      }),
    ),
    revisions: [],
    guard: [],
    verbs: [],
  };
}

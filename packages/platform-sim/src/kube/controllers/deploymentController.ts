import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, ownedBy, sameJson } from '../objects';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { templateHash } from './templateHash';

const HASH = 'pod-template-hash';
const REVISION = 'deployment.kubernetes.io/revision';

/** Replaces the pods of a Deployment: all new ones first, then the old ones away. */
export function deploymentController(context: ControllerContext): Controller {
  return {
    name: 'deployments',
    wakes: [
      { kind: KINDS.deployments, keys: wakeSelf },
      { kind: KINDS.replicasets, keys: wakeOwner(KINDS.deployments) },
    ],
    reconcile(key) {
      const deployment = findLive(context, KINDS.deployments, key);
      if (deployment) roll(context, deployment);
      return undefined;
    },
  };
}

function roll(context: ControllerContext, deployment: KubeObject): void {
  const { objects } = context;
  const wanted: number = deployment.spec.replicas ?? 1;
  const hash = templateHash(deployment.spec.template);
  const sets = objects.store.ownedBy(
    deployment.metadata.uid,
    KINDS.replicasets,
  );
  const current =
    sets.find(set => set.metadata.labels?.[HASH] === hash) ??
    createReplicaSet(context, deployment, { hash, revision: sets.length + 1 });
  const old = sets.filter(set => set !== current);
  scale(context, current, wanted);
  if ((current.status?.availableReplicas ?? 0) >= wanted) {
    for (const set of old) scale(context, set, 0);
  }
  writeStatus(context, deployment, { current, old });
}

function createReplicaSet(
  { objects }: ControllerContext,
  deployment: KubeObject,
  { hash, revision }: { hash: string; revision: number },
): KubeObject {
  const { template, selector, minReadySeconds } = deployment.spec;
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  return objects.create(KINDS.replicasets, {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [ownedBy(deployment)],
    },
    spec: {
      replicas: deployment.spec.replicas ?? 1,
      minReadySeconds,
      selector: { matchLabels: { ...selector?.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  });
}

export function scale(
  { objects }: ControllerContext,
  set: KubeObject,
  replicas: number,
): void {
  if (set.spec.replicas === replicas) return;
  objects.update(KINDS.replicasets, keyOf(set), live => ({
    ...live,
    spec: { ...live.spec, replicas },
  }));
}

function writeStatus(
  { objects, clock }: ControllerContext,
  deployment: KubeObject,
  { current, old }: { current: KubeObject; old: readonly KubeObject[] },
): void {
  const total = (field: string) =>
    [current, ...old].reduce((sum, set) => sum + (set.status?.[field] ?? 0), 0);
  const wanted = deployment.spec.replicas ?? 1;
  const available = total('availableReplicas');
  const done = (current.status?.availableReplicas ?? 0) >= wanted;
  const stamp = clock.stamp();
  const progress = done ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated';
  const reached = available >= wanted;
  const conditions = withCondition(
    withCondition(
      deployment.status?.conditions,
      {
        type: 'Available',
        status: reached ? 'True' : 'False',
        reason: reached
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
      },
      stamp,
    ),
    { type: 'Progressing', status: 'True', reason: progress },
    stamp,
  );
  const status = {
    observedGeneration: deployment.metadata.generation,
    replicas: total('replicas'),
    updatedReplicas: current.status?.replicas ?? 0,
    readyReplicas: total('readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, wanted - available),
    conditions,
  };
  if (!sameJson(status, deployment.status)) {
    objects.setStatus(KINDS.deployments, deployment, status);
  }
}

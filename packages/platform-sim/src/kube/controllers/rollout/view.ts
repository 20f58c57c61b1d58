import { KINDS } from '../../kinds';
import type { KubeObject } from '../../objects';
import { keyOf, ownedBy } from '../../objects';
import type { ControllerContext } from '../context';
import { templateHash } from '../templateHash';
import type { Headroom } from './scaling';
import { headroomOf } from './scaling';

export const HASH = 'rollouts-pod-template-hash';
export const REVISION = 'rollout.argoproj.io/revision';

/** A Rollout with its ReplicaSets, as one reconciliation sees them. */
export interface RolloutView {
  readonly rollout: KubeObject;
  readonly replicas: number;
  readonly hash: string;
  readonly stepHash: string;
  readonly steps: readonly any[];
  /** A router divides the requests, and the old version stays whole. */
  readonly routed: boolean;
  readonly current: KubeObject;
  readonly sets: readonly KubeObject[];
  readonly revision: number;
  readonly headroom: Headroom;
}

export function viewRollout(
  context: ControllerContext,
  rollout: KubeObject,
): RolloutView {
  const { objects } = context;
  const { uid } = rollout.metadata;
  const { canary = {}, blueGreen } = rollout.spec.strategy ?? {};
  const replicas: number = rollout.spec.replicas ?? 1;
  const hash = templateHash(rollout.spec.template);
  const before = objects.store.ownedBy(uid, KINDS.replicasets);
  const current = currentSet(context, rollout, { hash, sets: before });
  return {
    rollout,
    replicas,
    hash,
    stepHash: templateHash(canary.steps ?? []),
    steps: blueGreen ? switchSteps(blueGreen) : canary.steps ?? [],
    routed: canary.trafficRouting !== undefined,
    current,
    sets: objects.store.ownedBy(uid, KINDS.replicasets),
    revision: revisionOf(current),
    // Both versions stand whole beside each other until the switch, or while a router divides the requests.
    headroom:
      blueGreen || canary.trafficRouting
        ? { surge: replicas, unavailable: 0 }
        : headroomOf(canary, replicas),
  };
}

/** Blue/green as the one thing it waits for: the moment of the switch. */
function switchSteps(blueGreen: {
  autoPromotionEnabled?: boolean;
  autoPromotionSeconds?: number;
}): readonly any[] {
  const { autoPromotionEnabled = true, autoPromotionSeconds } = blueGreen;
  if (autoPromotionSeconds) {
    return [{ pause: { duration: `${autoPromotionSeconds}s` } }];
  }
  return autoPromotionEnabled ? [] : [{ pause: {} }];
}

export function revisionOf({ metadata }: KubeObject): number {
  return Number(metadata.annotations?.[REVISION] ?? 0);
}

/** The set of the wanted template; one that existed before gets a new revision, as a way back. */
function currentSet(
  context: ControllerContext,
  rollout: KubeObject,
  { hash, sets }: { hash: string; sets: readonly KubeObject[] },
): KubeObject {
  const { objects } = context;
  const newest = Math.max(0, ...sets.map(revisionOf));
  const found = sets.find(set => set.metadata.labels?.[HASH] === hash);
  if (!found) return create(context, rollout, { hash, revision: newest + 1 });
  if (revisionOf(found) === newest) return found;
  return objects.update(KINDS.replicasets, keyOf(found), live => ({
    ...live,
    metadata: {
      ...live.metadata,
      annotations: {
        ...live.metadata.annotations,
        [REVISION]: String(newest + 1),
      },
    },
  }));
}

function create(
  { objects }: ControllerContext,
  rollout: KubeObject,
  { hash, revision }: { hash: string; revision: number },
): KubeObject {
  const { template, selector, minReadySeconds } = rollout.spec;
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  return objects.create(KINDS.replicasets, {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${rollout.metadata.name}-${hash}`,
      namespace: rollout.metadata.namespace,
      labels,
      annotations: { [REVISION]: String(revision) },
      ownerReferences: [ownedBy(rollout)],
    },
    spec: {
      replicas: 0,
      ...(minReadySeconds !== undefined && { minReadySeconds }),
      selector: { matchLabels: { ...selector?.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  });
}

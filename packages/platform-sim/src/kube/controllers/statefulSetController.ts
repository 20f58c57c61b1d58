import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { sameJson } from '../objects';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { isTrue } from './conditions';
import { countPods, createPod, deletePod, livePods } from './podSet';
import { templateHash } from './templateHash';

const REVISION = 'controller-revision-hash';

/** Keeps numbered pods with their claims: one after the other, replaced from the last. */
export function statefulSetController(context: ControllerContext): Controller {
  return {
    name: 'statefulsets',
    wakes: [
      { kind: KINDS.statefulsets, keys: wakeSelf },
      { kind: KINDS.pods, keys: wakeOwner(KINDS.statefulsets) },
    ],
    reconcile(key) {
      const set = findLive(context, KINDS.statefulsets, key);
      if (!set) return undefined;
      const revision = `${set.metadata.name}-${templateHash(
        set.spec.template,
      )}`;
      step(context, set, revision);
      return writeStatus(context, set, revision);
    },
  };
}

function step(
  context: ControllerContext,
  set: KubeObject,
  revision: string,
): void {
  const wanted: number = set.spec.replicas ?? 1;
  const all = context.objects.store.ownedBy(set.metadata.uid, KINDS.pods);
  const parallel = set.spec.podManagementPolicy === 'Parallel';
  for (let ordinal = 0; ordinal < wanted; ordinal += 1) {
    const name = `${set.metadata.name}-${ordinal}`;
    const pod = all.find(one => one.metadata.name === name);
    if (!pod) createNumbered(context, set, { ordinal, revision });
    if (
      !parallel &&
      (!pod || !isTrue(pod, 'Ready') || pod.metadata.deletionTimestamp)
    ) {
      return;
    }
  }
  const live = [...livePods(context, set)].sort(
    (a, b) => ordinalOf(b) - ordinalOf(a),
  );
  const surplus = live.filter(pod => ordinalOf(pod) >= wanted);
  for (const pod of surplus) deletePod(context, pod);
  if (surplus.length > 0 || set.spec.updateStrategy?.type === 'OnDelete')
    return;
  const outdated = live.find(
    pod => pod.metadata.labels?.[REVISION] !== revision,
  );
  if (
    outdated &&
    live.length === wanted &&
    live.every(pod => isTrue(pod, 'Ready'))
  ) {
    deletePod(context, outdated);
  }
}

function ordinalOf({ metadata }: KubeObject): number {
  return Number(metadata.name.slice(metadata.name.lastIndexOf('-') + 1));
}

function createNumbered(
  context: ControllerContext,
  set: KubeObject,
  { ordinal, revision }: { ordinal: number; revision: string },
): void {
  const name = `${set.metadata.name}-${ordinal}`;
  const claims = (set.spec.volumeClaimTemplates ?? []).map((template: any) => ({
    volume: template.metadata.name as string,
    claimName: `${template.metadata.name}-${name}`,
    template,
  }));
  for (const claim of claims) createClaim(context, set, claim);
  createPod(context, set, {
    name,
    template: set.spec.template,
    labels: {
      [REVISION]: revision,
      'statefulset.kubernetes.io/pod-name': name,
      'apps.kubernetes.io/pod-index': String(ordinal),
    },
    spec: {
      hostname: name,
      subdomain: set.spec.serviceName,
      volumes: [
        ...(set.spec.template.spec.volumes ?? []),
        ...claims.map(({ volume, claimName }: any) => ({
          name: volume,
          persistentVolumeClaim: { claimName },
        })),
      ],
    },
  });
}

function createClaim(
  { objects }: ControllerContext,
  set: KubeObject,
  { claimName, template }: { claimName: string; template: any },
): void {
  const { namespace } = set.metadata;
  if (
    objects.find(KINDS.persistentvolumeclaims, { namespace, name: claimName })
  ) {
    return;
  }
  objects.create(KINDS.persistentvolumeclaims, {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claimName,
      namespace,
      labels: {
        ...set.spec.selector?.matchLabels,
        ...template.metadata.labels,
      },
      ...(template.metadata.annotations && {
        annotations: template.metadata.annotations,
      }),
    },
    spec: template.spec,
  });
}

function writeStatus(
  context: ControllerContext,
  set: KubeObject,
  revision: string,
): number | undefined {
  const pods = livePods(context, set);
  const counts = countPods(context, pods, set.spec.minReadySeconds ?? 0);
  const updated = pods.filter(
    pod => pod.metadata.labels?.[REVISION] === revision,
  ).length;
  const done = updated === (set.spec.replicas ?? 1) && updated === pods.length;
  const status = {
    observedGeneration: set.metadata.generation,
    replicas: counts.replicas,
    readyReplicas: counts.ready,
    availableReplicas: counts.available,
    currentReplicas: done ? updated : pods.length - updated,
    updatedReplicas: updated,
    currentRevision: done ? revision : set.status?.currentRevision ?? revision,
    updateRevision: revision,
    collisionCount: 0,
  };
  if (!sameJson(status, set.status)) {
    context.objects.setStatus(KINDS.statefulsets, set, status);
  }
  return counts.next;
}

import { randomBytes } from 'node:crypto';
import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, ownedBy } from '../objects';
import { isTrue } from './conditions';
import type { ControllerContext } from './context';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Letters that Kubernetes uses in generated names: no vowels, so no words. */
export function randomSuffix(length = 5): string {
  return [...randomBytes(length)]
    .map(byte => LETTERS[byte % LETTERS.length])
    .join('');
}

/** Pods of a workload that are not being deleted. */
export function livePods(
  { objects }: ControllerContext,
  owner: KubeObject,
): readonly KubeObject[] {
  return objects.store
    .ownedBy(owner.metadata.uid, KINDS.pods)
    .filter(
      ({ metadata, status }) =>
        !metadata.deletionTimestamp && status.phase !== 'Failed',
    );
}

export function createPod(
  { objects }: ControllerContext,
  owner: KubeObject,
  pod: {
    readonly name: string;
    readonly template: any;
    readonly labels?: Readonly<Record<string, string>>;
    readonly spec?: object;
  },
): KubeObject {
  const { metadata = {}, spec } = pod.template;
  const created = objects.create(KINDS.pods, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: owner.metadata.namespace,
      labels: { ...metadata.labels, ...pod.labels },
      ...(metadata.annotations && { annotations: metadata.annotations }),
      ownerReferences: [ownedBy(owner)],
    },
    spec: { ...spec, ...pod.spec },
  });
  for (const { name, ephemeral } of created.spec.volumes ?? []) {
    const template = ephemeral?.volumeClaimTemplate;
    if (!template) continue;
    objects.create(KINDS.persistentvolumeclaims, {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        ...template.metadata,
        name: `${pod.name}-${name}`,
        namespace: owner.metadata.namespace,
        ownerReferences: [ownedBy(created)],
      },
      spec: template.spec,
    });
  }
  return created;
}

export function deletePod(
  { objects }: ControllerContext,
  pod: KubeObject,
): void {
  objects.remove(KINDS.pods, keyOf(pod));
}

export interface PodCounts {
  readonly replicas: number;
  readonly ready: number;
  /** Ready for at least `minReadySeconds`. */
  readonly available: number;
  /** Milliseconds until the next ready pod counts as available. */
  readonly next: number | undefined;
}

export function countPods(
  { clock }: ControllerContext,
  pods: readonly KubeObject[],
  minReadySeconds: number,
): PodCounts {
  const ready = pods.filter(pod => isTrue(pod, 'Ready'));
  const waits = ready.map(
    pod => readySince(pod) + minReadySeconds * 1000 - clock.now(),
  );
  const later = waits.filter(wait => wait > 0);
  return {
    replicas: pods.length,
    ready: ready.length,
    available: waits.length - later.length,
    next: later.length > 0 ? Math.min(...later) : undefined,
  };
}

function readySince({ status }: KubeObject): number {
  const condition = status.conditions.find(({ type }: any) => type === 'Ready');
  return Date.parse(condition.lastTransitionTime);
}

/** Whom to delete first: not running, not ready, youngest. */
export function byExpendability(a: KubeObject, b: KubeObject): number {
  const rank = (pod: KubeObject) =>
    (pod.spec.nodeName ? 2 : 0) + (isTrue(pod, 'Ready') ? 1 : 0);
  const age =
    a.metadata.creationTimestamp < b.metadata.creationTimestamp ? 1 : -1;
  return rank(a) - rank(b) || age;
}

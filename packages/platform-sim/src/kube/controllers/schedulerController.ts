import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf } from '../objects';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { findLive, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { recordEvent } from './events';
import type { NodeView } from './fit';
import { constraintsOf, freeAmounts, obstacles, skewAfter } from './fit';
import { podRequests } from './podRequests';

/** Where a claim's first pod will run. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node';

/** Binds pods to nodes with the arithmetic of the real scheduler, and the lowest name where it would toss a coin. */
export function schedulerController(context: ControllerContext): Controller {
  const { objects } = context;
  const pendingKeys = () =>
    objects
      .list(KINDS.pods)
      .filter(pod => !pod.spec.nodeName)
      .map(pod => `${pod.metadata.namespace}/${pod.metadata.name}`);
  return {
    name: 'scheduler',
    wakes: [
      {
        kind: KINDS.pods,
        keys: (pod, change) =>
          change.type === 'DELETED' ? pendingKeys() : wakeSelf(pod, change),
      },
      { kind: KINDS.nodes, keys: pendingKeys },
      {
        kind: KINDS.persistentvolumeclaims,
        keys: claim =>
          pendingKeys().filter(key =>
            key.startsWith(`${claim.metadata.namespace}/`),
          ),
      },
    ],
    reconcile(key) {
      const pod = findLive(context, KINDS.pods, key);
      if (pod && !pod.spec.nodeName) schedule(context, pod);
      return undefined;
    },
  };
}

function schedule(context: ControllerContext, pod: KubeObject): void {
  const missing = claimsOf(pod).find(
    name =>
      !context.objects.find(KINDS.persistentvolumeclaims, {
        namespace: pod.metadata.namespace,
        name,
      }),
  );
  const views = viewNodes(context);
  if (missing !== undefined) {
    const why = `persistentvolumeclaim "${missing}" not found`;
    refuse(context, pod, `0/${views.length} nodes are available: ${why}.`);
    return;
  }
  const judged = views.map(view => ({
    view,
    reasons: obstacles(pod, view, views),
  }));
  const [best] = judged
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ view }) => ({ view, score: score(context, pod, { view, views }) }))
    .sort((a, b) => b.score - a.score || byName(a.view, b.view));
  const node = best?.view.node.metadata.name;
  if (node !== undefined) {
    if (!chooseForClaims(context, pod, node)) bind(context, pod, node);
  } else refuse(context, pod, explain(judged.map(({ reasons }) => reasons)));
}

export function viewNodes({ objects }: ControllerContext): NodeView[] {
  const pods = new Map<string, KubeObject[]>();
  for (const pod of objects.list(KINDS.pods)) {
    const name = pod.spec.nodeName;
    if (name) pods.set(name, [...(pods.get(name) ?? []), pod]);
  }
  return objects
    .list(KINDS.nodes)
    .map(node => ({ node, pods: pods.get(node.metadata.name) ?? [] }));
}

/** Claims that the pod mounts: named ones, and those that live and die with it. */
export function claimsOf({ metadata, spec }: KubeObject): readonly string[] {
  return (spec.volumes ?? []).flatMap(
    ({ name, persistentVolumeClaim, ephemeral }: any) =>
      persistentVolumeClaim?.claimName ??
      (ephemeral ? `${metadata.name}-${name}` : []),
  );
}

/** Free room after the pod, an even spread, and nearness to a copy of its volumes. */
function score(
  context: ControllerContext,
  pod: KubeObject,
  { view, views }: { view: NodeView; views: readonly NodeView[] },
): number {
  const free = freeAmounts(view);
  const asked = podRequests(pod.spec);
  const room = ['cpu', 'memory'].map(
    name =>
      (free[name] ?? 0) / Math.max((free[name] ?? 0) + (asked[name] ?? 0), 1),
  );
  const skews = constraintsOf(pod).map(rule =>
    skewAfter(pod, view, { rule, all: views }),
  );
  const near = claimsOf(pod).some(name =>
    holdsCopy(context, { pod, name }, view.node.metadata.name),
  );
  return (
    room.reduce((total, part) => total + part, 0) -
    skews.reduce((total, skew) => total + Math.min(skew, 10) * 4, 0) +
    (near ? 100 : 0)
  );
}

function holdsCopy(
  { objects, copyNodes }: ControllerContext,
  { pod, name }: { pod: KubeObject; name: string },
  node: string,
): boolean {
  const { namespace } = pod.metadata;
  const claim = objects.find(KINDS.persistentvolumeclaims, { namespace, name });
  return copyNodes.get(claim?.spec?.volumeName)?.includes(node) ?? false;
}

/** Names the node to the provisioner for every claim that waits for its first pod. */
function chooseForClaims(
  { objects }: ControllerContext,
  pod: KubeObject,
  node: string,
): boolean {
  const { namespace } = pod.metadata;
  const waiting = claimsOf(pod).filter(name => {
    const claim = objects.get(KINDS.persistentvolumeclaims, {
      namespace,
      name,
    });
    return !claim.spec.volumeName;
  });
  for (const name of waiting) {
    objects.update(KINDS.persistentvolumeclaims, { namespace, name }, live => ({
      ...live,
      metadata: {
        ...live.metadata,
        annotations: { [SELECTED_NODE]: node, ...live.metadata.annotations },
      },
    }));
  }
  return waiting.length > 0;
}

function bind(context: ControllerContext, pod: KubeObject, node: string): void {
  const { objects, clock } = context;
  const stamp = clock.stamp();
  objects.update(KINDS.pods, keyOf(pod), live => ({
    ...live,
    spec: { ...live.spec, nodeName: node },
  }));
  objects.update(
    KINDS.pods,
    keyOf(pod),
    live => ({
      ...live,
      status: {
        ...live.status,
        conditions: withCondition(
          live.status.conditions,
          { type: 'PodScheduled', status: 'True' },
          stamp,
        ),
      },
    }),
    { subresource: 'status' },
  );
}

function refuse(
  context: ControllerContext,
  pod: KubeObject,
  message: string,
): void {
  const conditions = withCondition(
    pod.status.conditions,
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message },
    context.clock.stamp(),
  );
  if (conditions === pod.status.conditions) return;
  context.objects.setStatus(KINDS.pods, pod, { ...pod.status, conditions });
  recordEvent(context, pod, {
    type: 'Warning',
    reason: 'FailedScheduling',
    message,
    component: 'default-scheduler',
  });
}

function explain(reasons: readonly (readonly string[])[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons.flat()) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const parts = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => `${count} ${reason}`);
  const total = reasons.length;
  return parts.length === 0
    ? `no nodes available to schedule pods`
    : `0/${total} nodes are available: ${parts.join(', ')}.`;
}

function byName(a: NodeView, b: NodeView): number {
  return a.node.metadata.name < b.node.metadata.name ? -1 : 1;
}

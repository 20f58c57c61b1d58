import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { controllerOf, keyOf, parseKey } from '../objects';
import { withCondition, type Condition } from './conditions';
import type { ControllerContext } from './context';
import { wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { imageId } from './images';
import { claimsOf } from './schedulerController';

const START_MS = 2_000;
const READY_MS = 3_000;
const STOP_MS = 3_000;

/**
 * Starts pods on their nodes, makes them ready, and ends them.
 *
 * @remarks Mounted secrets are not asked for: credentials that the platform team would bring are taken to be there.
 */
export function kubeletController(context: ControllerContext): Controller {
  const { objects, clock } = context;
  return {
    name: 'kubelet',
    wakes: [
      { kind: KINDS.pods, keys: wakeSelf },
      {
        kind: KINDS.persistentvolumeclaims,
        keys: claim =>
          objects
            .list(KINDS.pods, claim.metadata.namespace)
            .filter(pod => claimsOf(pod).includes(claim.metadata.name))
            .map(pod => `${pod.metadata.namespace}/${pod.metadata.name}`),
      },
    ],
    reconcile(key) {
      const pod = objects.find(KINDS.pods, parseKey(key));
      if (!pod?.spec.nodeName || isNodeDark(context, pod)) return undefined;
      if (pod.metadata.deletionTimestamp) return end(context, pod);
      if (pod.status.phase === 'Pending') return start(context, pod);
      const startedAt = Date.parse(pod.status.startTime);
      const wait = startedAt + START_MS + READY_MS - clock.now();
      if (isReady(pod) || isOver(pod)) return undefined;
      if (wait > 0) return wait;
      if (isOfJob(pod)) finish(context, pod);
      else report(context, pod, true);
      return undefined;
    },
  };
}

function isReady({ status }: KubeObject): boolean {
  return (status.conditions ?? []).some(
    ({ type, status: state }: Condition) =>
      type === 'Ready' && state === 'True',
  );
}

function isOver({ status }: KubeObject): boolean {
  return status.phase === 'Succeeded' || status.phase === 'Failed';
}

function isOfJob(pod: KubeObject): boolean {
  return controllerOf(pod)?.kind === 'Job';
}

/** Its program has ended as it should. */
function finish({ objects, clock }: ControllerContext, pod: KubeObject): void {
  objects.setStatus(KINDS.pods, pod, {
    ...pod.status,
    phase: 'Succeeded',
    containerStatuses: pod.status.containerStatuses?.map((container: any) => ({
      ...container,
      ready: false,
      started: false,
      state: {
        terminated: {
          exitCode: 0,
          reason: 'Completed',
          startedAt: pod.status.startTime,
          finishedAt: clock.stamp(),
        },
      },
    })),
  });
}

function isNodeDark({ objects }: ControllerContext, pod: KubeObject): boolean {
  const node = objects.find(KINDS.nodes, { name: pod.spec.nodeName });
  return (
    node?.spec?.taints?.some(
      ({ key }: any) => key === 'node.kubernetes.io/unreachable',
    ) ?? false
  );
}

function start(
  context: ControllerContext,
  pod: KubeObject,
): number | undefined {
  const { objects, clock } = context;
  const { namespace } = pod.metadata;
  const mounted = claimsOf(pod).every(name => {
    const claim = objects.find(KINDS.persistentvolumeclaims, {
      namespace,
      name,
    });
    return claim?.status?.phase === 'Bound';
  });
  if (!mounted) return undefined;
  const waited = clock.now() - Date.parse(scheduledAt(pod));
  if (waited < START_MS) return START_MS - waited;
  report(context, pod, false);
  return READY_MS;
}

function scheduledAt({ status, metadata }: KubeObject): string {
  const condition = status.conditions?.find(
    ({ type }: Condition) => type === 'PodScheduled',
  );
  return condition?.lastTransitionTime ?? metadata.creationTimestamp;
}

/** Writes what a kubelet would: phase, conditions, containers with the images that really run. */
function report(
  context: ControllerContext,
  pod: KubeObject,
  ready: boolean,
): void {
  const { objects, clock } = context;
  const stamp = clock.stamp();
  const state = ready ? 'True' : 'False';
  let conditions: readonly Condition[] = pod.status.conditions ?? [];
  const set = (type: string, status: Condition['status']) => {
    const why = status === 'False' ? { reason: 'ContainersNotReady' } : {};
    conditions = withCondition(conditions, { type, status, ...why }, stamp);
  };
  set('PodReadyToStartContainers', 'True');
  set('Initialized', 'True');
  set('ContainersReady', state);
  set('Ready', state);
  objects.setStatus(KINDS.pods, pod, {
    ...pod.status,
    phase: 'Running',
    conditions,
    hostIP: addressOf(pod.spec.nodeName, 'node'),
    podIP: addressOf(pod.metadata.uid, 'pod'),
    startTime: pod.status.startTime ?? stamp,
    observedGeneration: pod.metadata.generation,
    containerStatuses: pod.spec.containers.map(
      ({ name, image }: { name: string; image: string }) => ({
        name,
        image,
        imageID: imageId(image),
        containerID: `containerd://${pod.metadata.uid.replace(/-/g, '')}`,
        ready,
        started: true,
        restartCount: 0,
        state: { running: { startedAt: pod.status.startTime ?? stamp } },
      }),
    ),
  });
}

function addressOf(text: string, what: 'node' | 'pod'): string {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) % 65_000;
  const [high, low] = [Math.floor(hash / 250) % 250, (hash % 250) + 1];
  return what === 'node' ? `192.168.10.${low}` : `10.244.${high}.${low}`;
}

function end(
  { objects, clock }: ControllerContext,
  pod: KubeObject,
): number | undefined {
  const grace = (pod.metadata.deletionGracePeriodSeconds ?? 30) * 1000;
  const since = Date.parse(pod.metadata.deletionTimestamp ?? '');
  const wait = since + Math.min(grace, STOP_MS) - clock.now();
  if (wait > 0) return wait;
  objects.remove(KINDS.pods, keyOf(pod), { gracePeriodSeconds: 0 });
  return undefined;
}

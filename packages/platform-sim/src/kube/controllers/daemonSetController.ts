import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { sameJson } from '../objects';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { countPods, createPod, livePods, randomSuffix } from './podSet';

/** One pod on every node that its selector names. */
export function daemonSetController(context: ControllerContext): Controller {
  const { objects } = context;
  return {
    name: 'daemonsets',
    wakes: [
      { kind: KINDS.daemonsets, keys: wakeSelf },
      { kind: KINDS.pods, keys: wakeOwner(KINDS.daemonsets) },
      {
        kind: KINDS.nodes,
        keys: (_, { type }) =>
          type === 'MODIFIED'
            ? []
            : objects
                .list(KINDS.daemonsets)
                .map(
                  ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
                ),
      },
    ],
    reconcile(key) {
      const set = findLive(context, KINDS.daemonsets, key);
      if (!set) return undefined;
      const nodes = objects
        .list(KINDS.nodes)
        .filter(node => isMeant(set, node));
      const taken = new Set(livePods(context, set).map(nodeOf));
      for (const { metadata } of nodes) {
        if (!taken.has(metadata.name)) createOn(context, set, metadata.name);
      }
      const counts = countPods(context, livePods(context, set), 0);
      const status = {
        observedGeneration: set.metadata.generation,
        desiredNumberScheduled: nodes.length,
        currentNumberScheduled: counts.replicas,
        updatedNumberScheduled: counts.replicas,
        numberReady: counts.ready,
        numberAvailable: counts.available,
        numberMisscheduled: 0,
      };
      if (!sameJson(status, set.status)) {
        objects.setStatus(KINDS.daemonsets, set, status);
      }
      return counts.next;
    },
  };
}

function isMeant(set: KubeObject, node: KubeObject): boolean {
  const wanted = Object.entries(set.spec.template.spec.nodeSelector ?? {});
  return wanted.every(([key, value]) => node.metadata.labels?.[key] === value);
}

/** The node that the pod is bound to by name, scheduled or not. */
function nodeOf({ spec }: KubeObject): string | undefined {
  return spec.affinity?.nodeAffinity
    ?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms[0]
    ?.matchFields[0]?.values[0];
}

function createOn(
  context: ControllerContext,
  set: KubeObject,
  node: string,
): void {
  createPod(context, set, {
    name: `${set.metadata.name}-${randomSuffix()}`,
    template: set.spec.template,
    spec: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchFields: [
                  { key: 'metadata.name', operator: 'In', values: [node] },
                ],
              },
            ],
          },
        },
      },
      tolerations: [{ operator: 'Exists' }],
    },
  });
}

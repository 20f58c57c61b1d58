import { KINDS } from '../kinds';
import { sameJson } from '../objects';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import {
  byExpendability,
  countPods,
  createPod,
  deletePod,
  livePods,
  randomSuffix,
} from './podSet';

/** Keeps as many pods as each ReplicaSet asks for. */
export function replicaSetController(context: ControllerContext): Controller {
  return {
    name: 'replicasets',
    wakes: [
      { kind: KINDS.replicasets, keys: wakeSelf },
      { kind: KINDS.pods, keys: wakeOwner(KINDS.replicasets) },
    ],
    reconcile(key) {
      const set = findLive(context, KINDS.replicasets, key);
      if (!set) return undefined;
      const wanted: number = set.spec.replicas ?? 1;
      const pods = livePods(context, set);
      for (let i = pods.length; i < wanted; i += 1) {
        const name = `${set.metadata.name}-${randomSuffix()}`;
        createPod(context, set, { name, template: set.spec.template });
      }
      const surplus = [...pods].sort(byExpendability);
      for (const pod of surplus.slice(0, Math.max(0, pods.length - wanted))) {
        deletePod(context, pod);
      }
      const counts = countPods(
        context,
        livePods(context, set),
        set.spec.minReadySeconds ?? 0,
      );
      const status = {
        replicas: counts.replicas,
        fullyLabeledReplicas: counts.replicas,
        readyReplicas: counts.ready,
        availableReplicas: counts.available,
        observedGeneration: set.metadata.generation,
      };
      if (!sameJson(status, set.status)) {
        context.objects.setStatus(KINDS.replicasets, set, status);
      }
      return counts.next;
    },
  };
}

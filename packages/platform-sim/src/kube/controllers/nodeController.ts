import { KINDS } from '../kinds';
import { keyOf } from '../objects';
import type { ControllerContext } from './context';
import { wakeSelf } from './context';
import type { Controller } from './ControllerLoop';

export const UNREACHABLE = 'node.kubernetes.io/unreachable';
const TOLERATED_MS = 300_000;

/** Takes the pods of a node that is not heard of away when their patience is over. */
export function nodeController(context: ControllerContext): Controller {
  const { objects, clock } = context;
  return {
    name: 'nodes',
    wakes: [{ kind: KINDS.nodes, keys: wakeSelf }],
    reconcile(name) {
      const node = objects.find(KINDS.nodes, { name });
      const taint = node?.spec?.taints?.find(
        ({ key }: any) => key === UNREACHABLE,
      );
      if (!taint) return undefined;
      const wait = Date.parse(taint.timeAdded) + TOLERATED_MS - clock.now();
      if (wait > 0) return wait;
      for (const pod of objects.list(KINDS.pods)) {
        if (
          pod.spec.nodeName === name &&
          pod.metadata.ownerReferences?.[0]?.kind !== 'DaemonSet'
        ) {
          objects.remove(KINDS.pods, keyOf(pod), { gracePeriodSeconds: 0 });
        }
      }
      return undefined;
    },
  };
}

import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import type { ControllerContext } from './context';
import { findLive, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';

const TARGETS = [KINDS.rollouts, KINDS.deployments, KINDS.statefulsets];

/**
 * HorizontalPodAutoscalers and KEDA's ScaledObjects, as far as nobody is busy: a workload has at least as many pods as
 * its scaler asks for, and at most as many as it allows. Load is not simulated.
 */
export function scalerControllers(context: ControllerContext): Controller[] {
  return [KINDS.horizontalpodautoscalers, KINDS.scaledobjects].map(kind => ({
    name: kind.plural,
    wakes: [
      { kind, keys: wakeSelf },
      // A workload that comes after its scaler, or is applied again.
      ...TARGETS.map(target => ({
        kind: target,
        keys: ({ metadata }: KubeObject) =>
          context.objects
            .list(kind, metadata.namespace)
            .filter(({ spec }) => spec.scaleTargetRef?.name === metadata.name)
            .map(scaler => `${metadata.namespace}/${scaler.metadata.name}`),
      })),
    ],
    reconcile(key) {
      const scaler = findLive(context, kind, key);
      if (scaler) hold(context, scaler);
      return undefined;
    },
  }));
}

function hold({ objects }: ControllerContext, scaler: KubeObject): void {
  const { spec, metadata } = scaler;
  const least: number = spec.minReplicaCount ?? spec.minReplicas ?? 1;
  const most: number = spec.maxReplicaCount ?? spec.maxReplicas ?? least;
  const wantedKind = spec.scaleTargetRef?.kind ?? 'Deployment';
  const kind = TARGETS.find(target => target.kind === wantedKind);
  const key = {
    namespace: metadata.namespace,
    name: spec.scaleTargetRef?.name ?? '',
  };
  const target = kind && objects.find(kind, key);
  if (!kind || !target) return;
  const now: number = target.spec.replicas ?? least;
  const replicas = Math.min(Math.max(now, least), Math.max(most, least));
  if (target.spec.replicas === replicas) return;
  objects.update(kind, key, live => ({
    ...live,
    spec: { ...live.spec, replicas },
  }));
}

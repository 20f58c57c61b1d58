import { KINDS } from '../../kinds';
import type { ControllerContext } from '../context';
import { type Progress, weightOf } from './progress';
import type { RolloutView } from './view';

const GATEWAY_API = 'argoproj-labs/gatewayAPI';

/** Writes the weight of the new version into the route that the Rollout names, as the router's plugin does. */
export function route(
  { objects }: ControllerContext,
  view: RolloutView,
  progress: Progress,
): void {
  const { canary } = view.rollout.spec.strategy;
  const config = canary?.trafficRouting?.plugins?.[GATEWAY_API];
  if (!config?.httpRoute) return;
  const key = {
    namespace: config.namespace ?? view.rollout.metadata.namespace,
    name: config.httpRoute,
  };
  const found = objects.find(KINDS.httproutes, key);
  if (!found) return;
  const isMoving =
    progress.stableRS !== undefined && progress.stableRS !== view.hash;
  const weight = isMoving ? weightOf(view, progress) : 0;
  const weights: Readonly<Record<string, number>> = {
    [canary.stableService]: 100 - weight,
    [canary.canaryService]: weight,
  };
  const rules = found.spec.rules?.map((rule: any) => ({
    ...rule,
    backendRefs: rule.backendRefs?.map((ref: any) =>
      rule.backendRefs.length > 1 && ref.name in weights
        ? { ...ref, weight: weights[ref.name] }
        : ref,
    ),
  }));
  if (JSON.stringify(rules) === JSON.stringify(found.spec.rules)) return;
  objects.update(KINDS.httproutes, key, live => ({
    ...live,
    spec: { ...live.spec, rules },
  }));
}

import { secondsOf } from '../../spec/seconds';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';

/** Least and most seconds that the scaler looks back before it takes pods away; the API allows an hour. */
const SHORTEST_LOOK_BACK = 300;
const LONGEST_LOOK_BACK = 3600;

/**
 * Up at once, down slowly.
 *
 * During a canary the scaler sees the average of both versions, and pods that have just started lower it. So it looks
 * back over the longest step before it takes pods away, and the old version is not smaller when a canary is given up
 * than it was when it began.
 */
export function scalingBehavior(spec: ServiceSpec) {
  return {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      policies: [
        { type: 'Percent', value: 100, periodSeconds: 60 },
        { type: 'Pods', value: 4, periodSeconds: 60 },
      ],
      selectPolicy: 'Max',
    },
    scaleDown: {
      stabilizationWindowSeconds: lookBackOf(spec),
      policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
      selectPolicy: 'Max',
    },
  };
}

function lookBackOf(spec: ServiceSpec): number {
  if (workloadKindOf(spec) !== 'Rollout') return SHORTEST_LOOK_BACK;
  const pauses = spec.delivery.steps.map(step =>
    'pause' in step ? secondsOf(step.pause.duration ?? '0') : 0,
  );
  return Math.min(Math.max(SHORTEST_LOOK_BACK, ...pauses), LONGEST_LOOK_BACK);
}

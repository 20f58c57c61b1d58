import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import { scaleTarget } from './scaleTarget';
import type { Typed } from '../typed';

/** Says what the pods should ask for. It never sets it: that is a change of Git, and would fight the other scaler. */
export function verticalPodAutoscaler(
  spec: ServiceSpec,
): Typed<'VerticalPodAutoscaler'> {
  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      targetRef: scaleTarget(spec),
      updatePolicy: { updateMode: 'Off' },
    },
  };
}

import type { ServiceSpec } from '../spec/serviceSpec';
import { type Component, metadataOf, nameOf, selectorOf } from './metadata';
import type { Typed } from './typed';

/** How many pods a drain may take at once. Pods that are not ready never hold one up. */
export function disruptionBudget(
  spec: ServiceSpec,
  component: Component,
): Typed<'PodDisruptionBudget'> {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadataOf({
      service: spec.name,
      name: nameOf(spec.name, component),
      component,
      wave: 'last',
    }),
    spec: {
      ...(component === 'store' ? { maxUnavailable: 1 } : limitOf(spec)),
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: selectorOf(spec.name, component) },
    },
  };
}

function limitOf({ disruption }: ServiceSpec) {
  const { maxUnavailable, minAvailable } = disruption;
  if (maxUnavailable === undefined && minAvailable === undefined) {
    return { maxUnavailable: 1 };
  }
  return {
    ...(maxUnavailable !== undefined && { maxUnavailable }),
    ...(minAvailable !== undefined && { minAvailable }),
  };
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { isScaled } from '../../spec/workload';
import type { Named, PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';
import {
  horizontalPodAutoscaler,
  horizontalPodAutoscalerPatch,
} from './horizontalPodAutoscaler';
import { scaledObject, scaledObjectPatch } from './scaledObject';
import { verticalPodAutoscaler } from './verticalPodAutoscaler';

/** HorizontalPodAutoscaler or ScaledObject, never both, and a VerticalPodAutoscaler that only recommends. */
export function scalingObjects(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Named[] {
  return [
    ...scalers(spec, platform),
    ...(spec.recommendations
      ? ([['vpa', verticalPodAutoscaler(spec)]] as Named[])
      : []),
  ];
}

/** Least and most pods of an environment. */
export function scalingPatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
): PatchFile[] {
  if (!isScaled(spec)) return [];
  switch (spec.scaling.kind) {
    case 'fixed':
      return [];
    case 'hpa':
      return [horizontalPodAutoscalerPatch(spec, environment)];
    case 'keda':
      return [scaledObjectPatch(spec, spec.scaling, environment)];
  }
}

function scalers(spec: ServiceSpec, platform: PlatformFacts): Named[] {
  if (!isScaled(spec)) return [];
  switch (spec.scaling.kind) {
    case 'fixed':
      return [];
    case 'hpa':
      return [['hpa', horizontalPodAutoscaler(spec, spec.scaling)]];
    case 'keda':
      return [['scaledobject', scaledObject(spec, spec.scaling, platform)]];
  }
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named, PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';

/** HorizontalPodAutoscaler, ScaledObject, VerticalPodAutoscaler. */
export function scalingObjects(
  _spec: ServiceSpec,
  _platform: PlatformFacts,
): Named[] {
  return [];
}

/** Least and most pods of an environment. */
export function scalingPatches(
  _spec: ServiceSpec,
  _environment: EnvironmentAnswers,
): PatchFile[] {
  return [];
}

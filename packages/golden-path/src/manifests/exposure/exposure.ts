import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named, PatchFile } from '../named';
import type { EnvironmentAnswers } from '../resources';

/** What lets callers from outside the cluster in: routes, Ingresses, LoadBalancers. */
export function exposureObjects(
  _spec: ServiceSpec,
  _platform: PlatformFacts,
): Named[] {
  return [];
}

/** Host names of an environment. */
export function exposurePatches(
  _spec: ServiceSpec,
  _environment: EnvironmentAnswers,
  _platform: PlatformFacts,
): PatchFile[] {
  return [];
}

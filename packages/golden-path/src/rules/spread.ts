import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { at, listAt, type Workload } from './kube';

/** The constraint that keeps pods pending rather than have them unevenly spread over power domains. */
export function strictSpreadOf(
  { pod }: Pick<Workload, 'pod'>,
  { domainLabel }: Pick<PlatformFacts, 'domainLabel'>,
): unknown {
  return listAt(pod, 'topologySpreadConstraints').find(
    constraint =>
      at(constraint, 'topologyKey') === domainLabel &&
      at(constraint, 'whenUnsatisfiable') === 'DoNotSchedule',
  );
}

import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';

/** One place where the service runs: an environment in one of its clusters. */
export interface Target {
  readonly environment: string;
  readonly cluster: string;
}

/** `<service>-<environment>`; an environment in several clusters adds the cluster. */
export function applicationName(
  service: string,
  { environment, cluster }: Target,
  platform: PlatformFacts,
): string {
  const name = namespaceOf(service, environment);
  const clusters = clustersOf(environment, platform);
  return clusters.length > 1 ? `${name}-${cluster}` : name;
}

export function targetsOf(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Target[] {
  return spec.environments.flatMap(({ name }) =>
    clustersOf(name, platform).map(cluster => ({ environment: name, cluster })),
  );
}

function clustersOf(
  environment: string,
  platform: PlatformFacts,
): readonly string[] {
  return (
    platform.environments.find(({ name }) => name === environment)?.clusters ??
    []
  );
}

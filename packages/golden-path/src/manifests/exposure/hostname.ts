import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { EnvironmentAnswers } from '../resources';

/** Name by which callers outside reach the service; `undefined` when neither the answers nor the platform give one. */
export function hostnameOf(
  { name }: Pick<ServiceSpec, 'name'>,
  environment: EnvironmentAnswers,
  platform: Pick<PlatformFacts, 'environments'>,
): string | undefined {
  const { domain } = factsOf(environment, platform) ?? {};
  return (
    environment.hostname ??
    (domain && `${namespaceOf(name, environment.name)}.${domain}`)
  );
}

/** What the platform says of an environment that the answers name; `undefined` when it has none of that name. */
export function factsOf(
  { name }: Pick<EnvironmentAnswers, 'name'>,
  { environments }: Pick<PlatformFacts, 'environments'>,
) {
  return environments.find(environment => environment.name === name);
}

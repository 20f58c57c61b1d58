import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { isProduction } from '../spec/production';
import type { ServiceSpec } from '../spec/serviceSpec';
import { code } from './markdown';

/** Environment that commands of the pages are written for: the one where mistakes cost most. */
export function exampleEnvironment(
  spec: ServiceSpec,
  platform: PlatformFacts,
): ServiceSpec['environments'][number] {
  return (
    spec.environments.find(({ name }) => isProduction(name, platform)) ??
    spec.environments[spec.environments.length - 1]!
  );
}

/** Its namespace. */
export function exampleNamespace(
  spec: ServiceSpec,
  platform: PlatformFacts,
): string {
  return namespaceOf(spec.name, exampleEnvironment(spec, platform).name);
}

/** Which environment the commands of a page are for, and how the others differ. */
export function commandsAreFor(
  spec: ServiceSpec,
  platform: PlatformFacts,
): string {
  const { name } = exampleEnvironment(spec, platform);
  const others = spec.environments.filter(other => other.name !== name);
  const differ =
    others.length > 0
      ? ` Elsewhere the namespace is ${either(
          others.map(other => code(namespaceOf(spec.name, other.name))),
        )}.`
      : '';
  return `Commands are for ${code(name)}, with a context of ${clustersOf(
    name,
    platform,
  )}.${differ}`;
}

/** `` `a` `` or `` `a` and `b` ``, in words when the platform does not know the environment. */
export function clustersOf(
  environment: string,
  { environments }: PlatformFacts,
): string {
  const clusters =
    environments.find(({ name }) => name === environment)?.clusters ?? [];
  if (clusters.length === 0) return 'its cluster';
  return `the cluster${clusters.length > 1 ? 's' : ''} ${clusters
    .map(code)
    .join(' and ')}`;
}

function either(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { codeOwners } from '../manifests/codeOwners';
import type { ServiceSpec } from '../spec/serviceSpec';

/** Files of the repository that are not Kubernetes objects, by path: owners, documentation, automation. */
export function repositoryFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Map<string, string> {
  return new Map([['CODEOWNERS', codeOwners(spec, platform)]]);
}

import { MAIN_BRANCH } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from './serviceSpec';

/** The default branch of the service's repository: what is merged to it is deployed. */
export function deployedBranch({ repo }: Pick<ServiceSpec, 'repo'>): string {
  return repo.defaultBranch ?? MAIN_BRANCH;
}

/**
 * The same answers for a repository whose default branch is known.
 *
 * `main` is not written down, so that whoever answered it has the same lock file as whoever did not.
 */
export function onBranch(spec: ServiceSpec, branch: string): ServiceSpec {
  const { defaultBranch: _, ...repo } = spec.repo;
  return {
    ...spec,
    repo: branch === MAIN_BRANCH ? repo : { ...repo, defaultBranch: branch },
  };
}

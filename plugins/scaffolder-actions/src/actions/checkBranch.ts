import {
  type Finding,
  MAIN_BRANCH,
} from '@baremetal/backstage-plugin-baremetal-common';
import { deployedBranch, type ServiceSpec } from '@baremetal/golden-path';

/** A repository that has yet to be made starts on `main`: there is where the automation of its source code builds. */
export function checkBranch(spec: Pick<ServiceSpec, 'repo'>): Finding[] {
  const branch = deployedBranch(spec);
  if (branch === MAIN_BRANCH) return [];
  return [
    {
      id: 'TEMPLATE-BRANCH',
      severity: 'error',
      path: 'repo.defaultBranch',
      message: `A new repository starts on ${MAIN_BRANCH}, where its source code is built, and ${branch} was asked for.`,
      fix: 'Leave the answer out. A repository that is there already, on any branch, is deployed with the template add-deployment.',
    },
  ];
}

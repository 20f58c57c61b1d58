import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { keepsData } from '../../spec/data';
import { claimsOf } from '../kube';
import { error, type Rule } from '../rule';

/** A claim without a readable size is refused by the API server, in the middle of a sync. */
export const ST07: Rule = {
  id: 'ST07',
  title: 'Every claim has a size that Kubernetes reads',
  *check({ spec, environments }) {
    if (keepsData(spec)) {
      for (const { name, size } of spec.environments) {
        if (size === undefined) {
          yield error({
            path: `environments.${name}.size`,
            message: `The service keeps data, and nothing says how much in ${name}.`,
            fix: 'Answer a size like 10Gi.',
            environments: [name],
          });
        }
      }
    }
    for (const environment of environments) {
      for (const { name, claim } of claimsOf(environment)) {
        const size = claim.resources?.requests?.storage;
        if ((parseQuantity(String(size)) ?? 0) > 0) continue;
        yield error({
          path: `environments.${environment.environment}.size`,
          message: `The claim ${name} asks for "${size}", which is no size.`,
          fix: 'Write a size like 10Gi.',
          environments: [environment.environment],
        });
      }
    }
  },
};

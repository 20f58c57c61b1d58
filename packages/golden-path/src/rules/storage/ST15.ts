import { isProduction } from '../../spec/production';
import { at, listAt, ofKind } from '../kube';
import { type Rule, warning } from '../rule';

const OCCASIONS = {
  whenDeleted: 'it is deleted',
  whenScaled: 'it has fewer replicas',
} as const;

/** Claims that a StatefulSet made are in no file, so no guard of Argo CD reaches them: only this policy keeps them. */
export const ST15: Rule = {
  id: 'ST15',
  title: 'In production a StatefulSet leaves its claims behind',
  *check({ platform, environments }) {
    for (const environment of environments) {
      for (const set of ofKind(environment, 'StatefulSet')) {
        if (listAt(set, 'spec', 'volumeClaimTemplates').length === 0) continue;
        for (const [field, occasion] of Object.entries(OCCASIONS)) {
          const policy = at(
            set,
            'spec',
            'persistentVolumeClaimRetentionPolicy',
            field,
          );
          if (
            policy !== 'Delete' ||
            !isProduction(environment.environment, platform)
          ) {
            continue;
          }
          yield warning({
            path: `deploy/overlays/${environment.environment}`,
            message: `StatefulSet ${set.metadata.name} takes its claims with it when ${occasion}, and the data of ${environment.environment} with them.`,
            fix: `Write persistentVolumeClaimRetentionPolicy.${field}: Retain.`,
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

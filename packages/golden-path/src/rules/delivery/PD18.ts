import { ofKind } from '../kube';
import { type Rule, warning } from '../rule';
import { isHook } from '../gitops/places';

/** The migration is through before the first new pod starts: until the last old one ends, both live on its schema. */
export const PD18: Rule = {
  id: 'PD18',
  title: 'The old version can run on a migrated database',
  *check({ spec, environments }) {
    for (const environment of environments) {
      if (spec.archetype === 'job' || spec.migration?.expandContract) continue;
      for (const job of ofKind(environment, 'Job').filter(isHook)) {
        yield warning({
          path: 'migration.expandContract',
          message: `${job.metadata.name} changes the database before the new version starts, and the old version goes on running on it while the new one arrives. A version that is given up does not undo the change.`,
          fix: 'Only add in one version, and remove in a later one (expand and contract); say so with expandContract.',
          environments: [environment.environment],
        });
      }
    }
  },
};

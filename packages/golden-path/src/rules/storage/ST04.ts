import { at, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';

/** From here on, less than 45 minutes a month may be lost: too little for an outage with each version. */
const NO_TIME_TO_LOSE = 0.999;

/** Who stops the old pod before the new one starts cannot promise that there always is one. */
export const ST04: Rule = {
  id: 'ST04',
  title:
    'What is stopped for each new version promises no more than it can keep',
  *check({ spec, environments }) {
    const { zeroDowntime, availability } = spec.slo;
    if (!zeroDowntime && availability < NO_TIME_TO_LOSE) return;
    for (const environment of environments) {
      const service = workloadsOf(environment).find(
        ({ name }) => name === spec.name,
      );
      if (at(service?.object, 'spec', 'strategy', 'type') !== 'Recreate') {
        continue;
      }
      yield error({
        path: zeroDowntime ? 'slo.zeroDowntime' : 'slo.availability',
        message: `${
          zeroDowntime
            ? 'No moment without a pod is promised'
            : `An availability of ${availability} is promised`
        }, and each new version stops the only pod before it starts, because both want the same volume.`,
        fix: 'Keep its own files per replica, put a store beside it, or promise less.',
        environments: [environment.environment],
      });
    }
  },
};

import { isProduction } from '../../spec/production';
import { at, workloadsOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

/** A pod that is ready for a moment and then crashes counts as good, unless it must stay ready for a while. */
export const AV06: Rule = {
  id: 'AV06',
  title: 'A pod in production must stay ready before the next is replaced',
  *check({ spec, platform, environments }) {
    for (const environment of environments) {
      if (!isProduction(environment.environment, platform)) continue;
      for (const { kind, name, object } of workloadsOf(environment)) {
        const type = at(object, 'spec', 'updateStrategy', 'type');
        if (type === 'OnDelete' || at(object, 'spec', 'minReadySeconds')) {
          continue;
        }
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} counts a pod as good the moment it is ready (minReadySeconds is 0), so a version that crashes after its start replaces all pods.`,
          fix: 'Set /spec/minReadySeconds to 10 or more.',
          environments: [environment.environment],
        });
      }
    }
    if (spec.delivery.minReadySeconds === 0) {
      yield resolved(
        'minReadySeconds is 0; in production it becomes 10, so that a pod that crashes after its start stops the rollout.',
      );
    }
  },
};

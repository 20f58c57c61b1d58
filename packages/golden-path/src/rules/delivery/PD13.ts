import { at, ofKind } from '../kube';
import { error, type Rule } from '../rule';

/** A Rollout has its own pod template or takes that of a Deployment. The controller refuses both at once, or neither. */
export const PD13: Rule = {
  id: 'PD13',
  title: 'A Rollout has a template or a workloadRef, not both',
  *check({ environments }) {
    for (const environment of environments) {
      for (const rollout of ofKind(environment, 'Rollout')) {
        const hasTemplate = at(rollout, 'spec', 'template') !== undefined;
        const refers = at(rollout, 'spec', 'workloadRef') !== undefined;
        if (hasTemplate !== refers) continue;
        yield error({
          path: 'deploy/base/rollout.yaml#/spec',
          message: `Rollout ${rollout.metadata.name} has ${
            refers
              ? 'both a template and a workloadRef'
              : 'neither a template nor a workloadRef'
          }, so it is not clear which pods it runs and the controller refuses it (InvalidSpec).`,
          fix: 'Keep the template, and remove workloadRef.',
          environments: [environment.environment],
        });
      }
    }
  },
};

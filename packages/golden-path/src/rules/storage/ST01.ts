import { hasSingleWriter, sharedClaimsOf, workloadsOf } from '../kube';
import { ifKnown } from '../missing';
import { error, type Rule } from '../rule';

/**
 * A canary runs pods of two versions at once, and a new pod on another node can never attach a volume that the old
 * one still holds: the rollout waits for ever.
 */
export const ST01: Rule = {
  id: 'ST01',
  title: 'A Rollout shares no claim that only one node or pod may write',
  *check(subject) {
    const { spec } = subject;
    for (const environment of subject.environments) {
      for (const workload of workloadsOf(environment)) {
        if (workload.kind !== 'Rollout') continue;
        for (const claim of sharedClaimsOf(workload, environment)) {
          if (!hasSingleWriter(claim.accessModes)) continue;
          yield error({
            path:
              ifKnown(spec)?.data.shape === 'sharedFiles'
                ? 'data.accessMode'
                : `deploy/overlays/${environment.environment}`,
            message: `The pods of Rollout ${workload.name} share the claim ${
              claim.name
            } with ${claim.accessModes.join(
              ', ',
            )}, which has one writer. Old and new pods run side by side while a version arrives, so a new pod on another node waits for the volume for ever.`,
            fix: 'Keep its own files per replica (a StatefulSet, updated replica by replica), put a store beside it, choose ReadWriteMany on a class that has it, or keep no volume. With one replica, rolling stops the old pod before the new one starts.',
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

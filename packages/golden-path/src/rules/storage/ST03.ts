import { at, hasSingleWriter, sharedClaimsOf, workloadsOf } from '../kube';
import { error, resolved, type Rule } from '../rule';
import { mostPodsOf } from './ST02';

/** A rolling update starts the new pod first, and that one cannot attach what the old one still holds. */
export const ST03: Rule = {
  id: 'ST03',
  title: 'A Deployment on a claim of one writer stops the old pod first',
  *check({ environments }) {
    for (const environment of environments) {
      for (const workload of workloadsOf(environment)) {
        if (workload.kind !== 'Deployment') continue;
        const claim = sharedClaimsOf(workload, environment).find(
          ({ accessModes }) => hasSingleWriter(accessModes),
        );
        if (claim === undefined) continue;
        const { name, object } = workload;
        if (at(object, 'spec', 'strategy', 'type') === 'Recreate') {
          yield resolved(
            `The claim ${claim.name} has one writer, so the old pod of ${name} is stopped before the new one starts (Recreate). Each new version is a short time without service.`,
          );
          continue;
        }
        // ST02 says what is wrong with several pods.
        if (mostPodsOf(workload, environment) > 1) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `A new version of Deployment ${name} starts before the old pod is gone, and both want the claim ${claim.name}, which has one writer: on another node the new pod waits for ever.`,
          fix: 'Write strategy: {type: Recreate}, without rollingUpdate.',
          environments: [environment.environment],
        });
      }
    }
  },
};

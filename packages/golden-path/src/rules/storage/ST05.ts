import { settingFile } from '../../packaging/places';
import { keepsOwnFiles } from '../../spec/data';
import { at, ofKind } from '../kube';
import {
  error,
  info,
  type Outcome,
  type Rule,
  type Subject,
  warning,
} from '../rule';

/** The Rollouts controller manages no StatefulSets: what an answer about a canary means there is said. */
export const ST05: Rule = {
  id: 'ST05',
  title: 'A StatefulSet is updated replica by replica, not by a canary',
  *check(subject) {
    yield* judgeBorrowed(subject);
    const { spec } = subject;
    if (!keepsOwnFiles(spec)) return;
    const { strategy } = spec.delivery;
    if (strategy === 'blueGreen' || strategy === 'ab') {
      yield warning({
        path: 'delivery.strategy',
        message: `Each replica keeps its own files, so the service is a StatefulSet, and those have neither a second version beside the first nor a share of the requests (${strategy}): a new version replaces one replica after the other.`,
        fix: 'Leave the strategy out, or put a store beside the service and keep the strategy.',
        repair: [{ path: 'delivery.strategy' }],
      });
      return;
    }
    yield info({
      path: 'delivery.steps',
      message:
        'Each replica keeps its own files, so the service is a StatefulSet, and those have no canary: a new version replaces one replica after the other, from the highest number down. The steps are not used.',
      fix: `To try a version on the last replica first, write its number as partition into ${settingFile(
        spec,
        'patch-workload.yaml',
      )} of the overlay, and lower it by one pull request after the other. For a canary, put a store beside the service instead.`,
    });
  },
};

/**
 * A Rollout makes ReplicaSets, whatever it takes its template from: no identity, and no claim of a replica's own.
 *
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.9.0/rollout/templateref.go
 */
function* judgeBorrowed({ environments }: Subject): Iterable<Outcome> {
  for (const environment of environments) {
    for (const rollout of ofKind(environment, 'Rollout')) {
      if (at(rollout, 'spec', 'workloadRef', 'kind') !== 'StatefulSet')
        continue;
      yield error({
        path: `deploy/overlays/${environment.environment}`,
        message: `Rollout ${rollout.metadata.name} is to take its pods from a StatefulSet (workloadRef), and the Rollouts controller manages none: no version would ever arrive.`,
        fix: 'Leave the Rollout out and let the StatefulSet update itself replica by replica (partition), or keep the data in a store beside a Deployment.',
        environments: [environment.environment],
      });
    }
  }
}

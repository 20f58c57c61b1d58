import { listAt, ofKind } from '../kube';
import { textAt } from '../fields';
import { error, resolved, type Rule } from '../rule';
import { scalersOf, targetAt } from '../scalers';

const BOTH = ['cpu', 'memory'];

/**
 * One raises the request, the other compares use with it and takes pods away, and so on in a circle.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md
 */
export const AS05: Rule = {
  id: 'AS05',
  title: 'Requests are only recommended where pods are scaled by them',
  *check({ spec, environments }) {
    for (const environment of environments) {
      const scalers = scalersOf(environment);
      for (const vpa of ofKind(environment, 'VerticalPodAutoscaler')) {
        const mode = textAt(vpa, 'spec', 'updatePolicy', 'updateMode');
        const target = targetAt(vpa, 'targetRef');
        const scaler = scalers.find(
          ({ target: { name }, utilizations }) =>
            name === target.name &&
            utilizations.some(({ resource }) =>
              controlledBy(vpa).includes(resource),
            ),
        );
        if (mode === 'Off' || scaler === undefined) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `VerticalPodAutoscaler ${
            vpa.metadata.name
          } sets what the pods of ${target.kind} ${
            target.name
          } ask for (updateMode ${mode ?? 'is not stated'}), and ${
            scaler.kind
          } ${
            scaler.name
          } scales by the share of it that is used: the two chase each other.`,
          fix: 'Set updateMode: "Off" and take over what it recommends by hand.',
          environments: [environment.environment],
        });
      }
    }
    if (spec.recommendations) {
      yield resolved(
        'Requests are recommended and never set (updateMode Off): a change of them is a change of Git.',
      );
    }
  },
};

function controlledBy(vpa: unknown): readonly string[] {
  const policies = listAt(vpa, 'spec', 'resourcePolicy', 'containerPolicies');
  const controlled = policies.map(policy =>
    listAt(policy, 'controlledResources').filter(
      (resource): resource is string => typeof resource === 'string',
    ),
  );
  return controlled.length === 0 || controlled.some(list => list.length === 0)
    ? BOTH
    : controlled.flat();
}

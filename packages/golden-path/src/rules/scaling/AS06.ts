import { isScaled } from '../../spec/workload';
import { at, workloadsOf } from '../kube';
import { error, resolved, type Rule } from '../rule';
import { scalersOf } from '../scalers';

/** Two hands on one number: every sync sets the scale back to what Git says. */
export const AS06: Rule = {
  id: 'AS06',
  title: 'A workload that is scaled automatically states no replicas',
  *check({ spec, environments }) {
    for (const environment of environments) {
      const scalers = scalersOf(environment);
      for (const { kind, name, object } of workloadsOf(environment)) {
        const scaler = scalers.find(
          ({ target }) => target.name === name && target.kind === kind,
        );
        if (!scaler || at(object, 'spec', 'replicas') === undefined) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} states its replicas and ${scaler.kind} ${scaler.name} scales it: every sync throws the scaler's work away.`,
          fix: 'Remove /spec/replicas, and let Argo CD ignore the field (ignoreDifferences with RespectIgnoreDifferences=true).',
          environments: [environment.environment],
        });
      }
    }
    if (isScaled(spec)) {
      yield resolved(
        "Git states no replicas, and Argo CD leaves the field alone: the number of pods is the scaler's.",
      );
    }
  },
};

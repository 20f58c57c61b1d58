import { at, ofKind, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';

/** Two hands on one number: every sync sets the scale back to what Git says. */
export const AS06: Rule = {
  id: 'AS06',
  title: 'A workload that is scaled automatically states no replicas',
  *check({ environments }) {
    for (const environment of environments) {
      const scalers = ofKind(
        environment,
        'HorizontalPodAutoscaler',
        'ScaledObject',
      );
      for (const { kind, name, object } of workloadsOf(environment)) {
        const scaler = scalers.find(
          ({ spec }) =>
            at(spec, 'scaleTargetRef', 'name') === name &&
            (at(spec, 'scaleTargetRef', 'kind') ?? 'Deployment') === kind,
        );
        if (!scaler || at(object, 'spec', 'replicas') === undefined) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} states its replicas and ${scaler.kind} ${scaler.metadata.name} scales it: every sync throws the scaler's work away.`,
          fix: 'Remove /spec/replicas, and let Argo CD ignore the field (ignoreDifferences with RespectIgnoreDifferences=true).',
          environments: [environment.environment],
        });
      }
    }
  },
};

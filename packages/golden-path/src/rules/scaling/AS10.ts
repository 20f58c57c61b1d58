import type { RenderedEnvironment } from '../../types';
import { ofKind } from '../kube';
import { error, type Rule } from '../rule';
import { scalersOf, type Target, targetAt } from '../scalers';

const KINDS = ['Rollout', 'Deployment', 'StatefulSet', 'CronJob'];

/** A scaler that names what is not there waits for it for ever, and the pods stay as many as they are. */
export const AS10: Rule = {
  id: 'AS10',
  title: 'A scaler names the workload as it is',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { kind, name, target } of referencesOf(environment)) {
        const named = environment.objects.filter(
          ({ metadata }) => metadata.name === target.name,
        );
        if (
          named.some(
            object =>
              object.kind === target.kind &&
              object.apiVersion === target.apiVersion,
          )
        ) {
          continue;
        }
        const meant = named.find(object => KINDS.includes(object.kind));
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} is for ${target.kind} ${target.name} (${
            target.apiVersion
          }), and ${
            meant
              ? `${target.name} is a ${meant.kind} (${meant.apiVersion})`
              : 'there is no such object'
          }: it does nothing.`,
          fix: meant
            ? `Name kind: ${meant.kind} and apiVersion: ${meant.apiVersion}.`
            : 'Name the object that runs the pods, or remove the scaler.',
          environments: [environment.environment],
        });
      }
    }
  },
};

function referencesOf(environment: RenderedEnvironment): {
  readonly kind: string;
  readonly name: string;
  readonly target: Target;
}[] {
  return [
    ...scalersOf(environment),
    ...ofKind(environment, 'VerticalPodAutoscaler').map(vpa => ({
      kind: vpa.kind,
      name: vpa.metadata.name,
      target: targetAt(vpa, 'targetRef'),
    })),
  ];
}

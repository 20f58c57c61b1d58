import { at, listAt, ofKind } from '../kube';
import { error, type Rule } from '../rule';
import { scalersOf } from '../scalers';

/**
 * KEDA reads `…FromEnv` from the container of the scaled object itself; a Rollout that takes its pods from elsewhere
 * has none, and KEDA says nothing.
 *
 * @see https://github.com/kedacore/keda/issues/7486
 */
export const AS09: Rule = {
  id: 'AS09',
  title: 'A trigger takes nothing from the environment of a borrowed template',
  *check({ environments }) {
    for (const environment of environments) {
      const borrowing = ofKind(environment, 'Rollout')
        .filter(rollout => at(rollout, 'spec', 'workloadRef') !== undefined)
        .map(({ metadata }) => metadata.name);
      for (const { object, kind, name, target } of scalersOf(environment)) {
        const fields = listAt(object, 'spec', 'triggers').flatMap(fromEnvOf);
        if (
          target.kind !== 'Rollout' ||
          !borrowing.includes(target.name) ||
          fields.length === 0
        ) {
          continue;
        }
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} reads ${fields.join(
            ' and ',
          )} from the container of Rollout ${
            target.name
          }, which has no template of its own (workloadRef): KEDA finds nothing, says nothing and scales nothing.`,
          fix: 'Give the trigger the value itself, or a TriggerAuthentication; or put the template into the Rollout.',
          environments: [environment.environment],
        });
      }
    }
  },
};

function fromEnvOf(trigger: unknown): string[] {
  return Object.keys((at(trigger, 'metadata') ?? {}) as object).filter(field =>
    field.endsWith('FromEnv'),
  );
}

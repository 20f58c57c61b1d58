import type { ServiceSpec } from '../../spec/serviceSpec';
import { at, listAt } from '../kube';
import { error, type Rule } from '../rule';
import { type Scaler, scalersOf } from '../scalers';

/** Bounds and times that contradict each other: Kubernetes and KEDA refuse the scaler, or it never acts. */
export const AS12: Rule = {
  id: 'AS12',
  title: 'Bounds and times of a scaler can be kept',
  *check({ spec, environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      for (const scaler of scalersOf(environment)) {
        const { kind, least, most } = scaler;
        if (least > most) {
          yield error({
            path: pathOf(spec, name),
            message: `${kind} ${scaler.name} keeps at least ${least} pods and at most ${most} in ${name}: no number is both.`,
            fix: `Allow at least ${least} at most, or use fewer replicas.`,
            environments: [name],
          });
        }
        for (const moment of emptyWindowsOf(scaler)) {
          yield error({
            path: 'scaling.triggers',
            message: `A trigger of ${kind} ${scaler.name} begins and ends at the same moment (${moment}), and KEDA refuses that.`,
            fix: 'Let it end later than it begins.',
          });
        }
      }
    }
  },
};

/** The field that was answered, or the one whose default does not reach. */
function pathOf({ environments }: ServiceSpec, name: string): string {
  const answered = environments.find(
    environment => environment.name === name,
  )?.maxReplicas;
  return `environments.${name}.${
    answered === undefined ? 'replicas' : 'maxReplicas'
  }`;
}

function emptyWindowsOf({ object }: Scaler): string[] {
  return listAt(object, 'spec', 'triggers').flatMap(trigger => {
    const start = at(trigger, 'metadata', 'start');
    return typeof start === 'string' && start === at(trigger, 'metadata', 'end')
      ? [start]
      : [];
  });
}

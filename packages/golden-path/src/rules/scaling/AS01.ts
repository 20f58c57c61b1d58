import { error, type Rule } from '../rule';
import { type Scaler, scalersOf } from '../scalers';

/** Two controllers that set one number undo each other's work; KEDA's webhook refuses the second one. */
export const AS01: Rule = {
  id: 'AS01',
  title: 'One scaler decides about a workload',
  *check({ environments }) {
    for (const environment of environments) {
      for (const scalers of byTarget(scalersOf(environment))) {
        if (scalers.length < 2) continue;
        const { kind, name } = scalers[0]!.target;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `${scalers
            .map(scaler => `${scaler.kind} ${scaler.name}`)
            .join(
              ' and ',
            )} both scale ${kind} ${name}: each undoes what the other does.`,
          fix: 'Keep one. A ScaledObject can follow CPU and memory as well (triggers of the type cpu and memory).',
          environments: [environment.environment],
        });
      }
    }
  },
};

function byTarget(scalers: readonly Scaler[]): Scaler[][] {
  const groups = new Map<string, Scaler[]>();
  for (const scaler of scalers) {
    const { kind, name } = scaler.target;
    const key = `${kind}/${name}`;
    groups.set(key, [...(groups.get(key) ?? []), scaler]);
  }
  return [...groups.values()];
}

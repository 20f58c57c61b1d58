import { storageIn } from '../../live';
import { takesSnapshots } from '../../spec/data';
import { claimsOf } from '../kube';
import {
  error,
  notChecked,
  type Outcome,
  type Rule,
  type Subject,
  warning,
} from '../rule';

/**
 * A snapshot that the pool cannot take fails each night. Decided by what the pools say, where a cluster was asked, and
 * by the configuration otherwise; never by the name of the class.
 */
export const ST08: Rule = {
  id: 'ST08',
  title: 'Snapshots only where the storage class has them',
  *check(subject) {
    const { spec } = subject;
    if (!takesSnapshots(spec)) return;
    for (const environment of subject.environments) {
      const names = claimsOf(environment)
        .filter(({ lasting }) => lasting)
        .map(({ claim }) => claim.storageClassName);
      for (const name of new Set(names)) {
        if (name !== undefined) {
          yield* judgeClass(name, environment.environment, subject);
        }
      }
    }
  },
};

function* judgeClass(
  name: string,
  environment: string,
  { spec, platform, live }: Subject,
): Iterable<Outcome> {
  const known = platform.storageClasses.find(each => each.name === name);
  // ST09 says what is wrong with a class that nobody knows.
  if (known === undefined) return;
  const said = storageIn(live, environment, name).least?.snapshots;
  if (said === undefined) {
    yield notChecked(
      'no cluster said whether its pools take snapshots, so the configuration of the class was believed',
    );
  }
  const words = {
    path: `environments.${environment}.storageClass`,
    environments: [environment],
  };
  if (!(said ?? known.snapshots)) {
    yield error({
      ...words,
      message:
        said === undefined
          ? `Snapshots are asked for, and ${name} is configured as a class without: each one would fail.`
          : `Snapshots are asked for, and the pools of ${name} in ${environment} cannot take them: each one would fail.`,
      fix: 'Choose a class with snapshots, or leave them out.',
    });
  } else if (known.thick) {
    const { keep } = spec.snapshots!;
    yield warning({
      ...words,
      message: `${name} is thick: each snapshot reserves the whole size of its volume, so ${keep} of them take ${keep} times as much again. While there is one the volume cannot grow, and to restore it is to copy all its data.`,
      fix: 'Choose a thin class, or keep fewer snapshots.',
    });
  }
}

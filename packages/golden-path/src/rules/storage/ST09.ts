import { readingsOf } from '../../live';
import { keepsData } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { storageDemands } from '../../storageDemand';
import { claimsOf } from '../kube';
import {
  error,
  notChecked,
  type Outcome,
  type Rule,
  type Subject,
} from '../rule';

/** A claim on a class that does not exist stays Pending for ever, and with it the pod. */
export const ST09: Rule = {
  id: 'ST09',
  title: 'Every claim names a storage class that exists',
  *check(subject) {
    const { spec, platform, environments } = subject;
    if (keepsData(spec)) {
      for (const { name, storageClass } of spec.environments) {
        if (storageClass === undefined) {
          yield error({
            path: `environments.${name}.storageClass`,
            message: `The service keeps data, and nothing says on which storage class in ${name}.`,
            fix: choose(subject),
            environments: [name],
          });
        }
      }
    }
    for (const environment of environments) {
      for (const { name, claim } of claimsOf(environment)) {
        const { storageClassName } = claim;
        const isAnswered = spec.environments.some(
          answers =>
            answers.name === environment.environment &&
            answers.storageClass !== undefined,
        );
        if (
          !isAnswered ||
          platform.storageClasses.some(known => known.name === storageClassName)
        ) {
          continue;
        }
        yield error({
          path: isFurther(storageClassName, spec)
            ? 'data.furtherClaims'
            : `environments.${environment.environment}.storageClass`,
          message: `The claim ${name} is on the storage class "${storageClassName}", which the platform does not offer: it would stay pending for ever.`,
          fix: choose(subject),
          environments: [environment.environment],
        });
      }
    }
    if (keepsData(spec)) yield* checkLive(subject);
  },
};

/** A class that was answered for one claim, and not for an environment. */
function isFurther(
  storageClass: string | undefined,
  { data }: ServiceSpec,
): boolean {
  return (
    data.shape === 'ownFiles' &&
    data.furtherClaims.some(claim => claim.storageClass === storageClass)
  );
}

function* checkLive({ spec, platform, live }: Subject): Iterable<Outcome> {
  if (live === undefined) {
    yield notChecked('no cluster was asked which storage classes it has');
    return;
  }
  for (const environment of spec.environments) {
    const { name } = environment;
    const answers = readingsOf(live, name).map(reading =>
      reading.ok ? reading.value.storageClassNames : undefined,
    );
    if (answers.length === 0 || answers.includes(undefined)) {
      yield notChecked(`${name} did not say which storage classes it has`);
    }
    const asked = storageDemands(spec, environment, platform).map(
      ({ storageClass }) => storageClass,
    );
    for (const storageClass of new Set(asked)) {
      if (
        storageClass === undefined ||
        answers.every(names => names?.includes(storageClass) ?? true)
      ) {
        continue;
      }
      yield error({
        path: `environments.${name}.storageClass`,
        message: `The cluster of ${name} has no storage class ${storageClass}: the claim would stay pending for ever.`,
        fix: 'Choose one that this cluster has, or ask the platform team to add it.',
        environments: [name],
      });
    }
  }
}

function choose({ platform }: Subject): string {
  const names = platform.storageClasses.map(({ name }) => name);
  return names.length > 0
    ? `Choose one of ${names.join(', ')}.`
    : 'Ask the platform team to configure a storage class.';
}

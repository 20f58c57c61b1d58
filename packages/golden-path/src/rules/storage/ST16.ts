import { claimsOf } from '../kube';
import { type Rule, warning } from '../rule';
import { onlyClass } from './onlyClass';

const MANY = 3;

/** Disks of three machines for data that nobody would miss. */
export const ST16: Rule = {
  id: 'ST16',
  title: 'The first environment does without a third copy',
  *check({ platform, environments }) {
    const [first, ...others] = platform.environments;
    if (first === undefined || first.production || others.length === 0) return;
    for (const environment of environments) {
      if (environment.environment !== first.name) continue;
      for (const { name, claim } of claimsOf(environment)) {
        const known = platform.storageClasses.find(
          each => each.name === claim.storageClassName,
        );
        const smaller = platform.storageClasses.filter(
          ({ copies }) => copies < MANY,
        );
        if (
          known === undefined ||
          known.copies < MANY ||
          smaller.length === 0
        ) {
          continue;
        }
        yield warning({
          path: `environments.${first.name}.storageClass`,
          message: `The claim ${name} in ${first.name} is on ${known.name}, which keeps ${known.copies} copies: disks of ${known.copies} machines for data that can be made again.`,
          fix: `Choose ${smaller
            .map(each => each.name)
            .join(' or ')} there, or say why it needs as many.`,
          repair: onlyClass(first.name, smaller),
          environments: [first.name],
        });
      }
    }
  },
};

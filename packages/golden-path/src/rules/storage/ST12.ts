import { claimsOf } from '../kube';
import { error, type Rule } from '../rule';
import { onlyClass } from './onlyClass';

/** Most block storage cannot be mounted on several nodes for writing. */
export const ST12: Rule = {
  id: 'ST12',
  title: 'ReadWriteMany only on a class that has it',
  *check({ platform, environments }) {
    for (const environment of environments) {
      for (const { name, claim } of claimsOf(environment)) {
        const known = platform.storageClasses.find(
          ({ name: className }) => className === claim.storageClassName,
        );
        if (
          !claim.accessModes?.includes('ReadWriteMany') ||
          known === undefined ||
          known.rwx
        ) {
          continue;
        }
        const able = platform.storageClasses.filter(({ rwx }) => rwx);
        yield error({
          path: `environments.${environment.environment}.storageClass`,
          message: `The claim ${name} is to be written from several nodes (ReadWriteMany), and ${known.name} cannot do that: it would stay pending for ever.`,
          fix:
            able.length > 0
              ? `Choose ${able.map(each => each.name).join(' or ')}.`
              : 'No class of this platform can. Put a store beside the service, or keep its own files per replica.',
          repair: onlyClass(environment.environment, able),
          environments: [environment.environment],
        });
      }
    }
  },
};

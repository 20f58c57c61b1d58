import { storageDemands } from '../../storageDemand';
import { error, type Rule } from '../rule';
import { onlyClass } from './onlyClass';

/** Whoever asked for many copies wants more than one of them. */
const MANY = 2;

/** LINSTOR puts each copy into another power domain; with fewer domains than copies it places nothing. */
export const ST10: Rule = {
  id: 'ST10',
  title: 'The cluster has a power domain for each copy',
  *check({ spec, platform, live }) {
    if (live === undefined) return;
    for (const environment of spec.environments) {
      const { name } = environment;
      const reading = live.environments.find(
        each => each.environment === name,
      )?.reading;
      if (!reading?.ok) continue;
      for (const { storageClass, copies } of storageDemands(
        spec,
        environment,
        platform,
      )) {
        const domains = reading.value.storageClasses.find(
          known => known.name === storageClass,
        )?.domains.length;
        if (domains === undefined || domains >= copies) continue;
        yield error({
          path: `environments.${name}.storageClass`,
          message: `${storageClass} keeps ${copies} copies in different power domains, and ${name} has disks for it in ${domains}: no volume could be placed.`,
          fix: 'Choose a class with fewer copies.',
          repair: onlyClass(
            name,
            platform.storageClasses.filter(
              each =>
                each.copies < copies &&
                each.copies >= MANY &&
                reading.value.storageClasses.some(
                  known =>
                    known.name === each.name &&
                    known.domains.length >= each.copies,
                ),
            ),
          ),
          environments: [name],
        });
      }
    }
  },
};

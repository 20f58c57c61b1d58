import { keepsData } from '../../spec/data';
import { error, type Rule } from '../rule';

/** LINSTOR puts each copy into another power domain; with fewer domains than copies it places nothing. */
export const ST10: Rule = {
  id: 'ST10',
  title: 'The cluster has a power domain for each copy',
  *check({ spec, platform, live }) {
    if (!keepsData(spec) || live === undefined) return;
    for (const { name, storageClass } of spec.environments) {
      const reading = live.environments.find(
        ({ environment }) => environment === name,
      )?.reading;
      if (!reading?.ok) continue;
      const copies = platform.storageClasses.find(
        known => known.name === storageClass,
      )?.copies;
      const domains = reading.value.storageClasses.find(
        known => known.name === storageClass,
      )?.domains.length;
      if (copies === undefined || domains === undefined || domains >= copies) {
        continue;
      }
      yield error({
        path: `environments.${name}.storageClass`,
        message: `${storageClass} keeps ${copies} copies in different power domains, and ${name} has disks for it in ${domains}: no volume could be placed.`,
        fix: 'Choose a class with fewer copies.',
        environments: [name],
      });
    }
  },
};

import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { keepsData } from '../../spec/data';
import { error, type Rule } from '../rule';

/** Storage that is not there: the claim stays pending, and the pod with it. */
export const ST11: Rule = {
  id: 'ST11',
  title: 'The pools have room for the claim with all its copies',
  *check({ spec, live }) {
    if (!keepsData(spec) || live === undefined) return;
    for (const { name, storageClass, size } of spec.environments) {
      const reading = live.environments.find(
        ({ environment }) => environment === name,
      )?.reading;
      if (!reading?.ok) continue;
      const largest = reading.value.storageClasses.find(
        known => known.name === storageClass,
      )?.largestClaimBytes;
      const asked = parseQuantity(size ?? '0') ?? 0;
      if (largest === undefined || asked <= largest) continue;
      yield error({
        path: `environments.${name}.size`,
        message: `The largest claim that ${storageClass} can place in ${name} with all its copies is ${Math.floor(
          largest / 2 ** 30,
        )}Gi; ${size} does not fit.`,
        fix: 'Ask for less, or choose a class with more room.',
        environments: [name],
      });
    }
  },
};

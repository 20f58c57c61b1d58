import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { storageIn } from '../../live';
import { keepsData } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { storageDemands } from '../../storageDemand';
import {
  error,
  notChecked,
  type Outcome,
  type Rule,
  type Subject,
} from '../rule';
import { onlyClass } from './onlyClass';

/** Whoever asked for many copies wants more than one of them. */
const MANY = 2;

/** LINSTOR puts each copy into another power domain; with fewer domains than copies it places nothing. */
export const ST10: Rule = {
  id: 'ST10',
  title: 'The cluster has a power domain for each copy',
  *check(subject) {
    const { spec, live } = subject;
    if (!keepsData(spec)) return;
    if (live === undefined) {
      yield notChecked('no cluster was asked where its disks are');
      return;
    }
    for (const environment of spec.environments) {
      yield* judge(environment, live, subject);
    }
  },
};

function* judge(
  environment: ServiceSpec['environments'][number],
  live: FitAnswer,
  { spec, platform }: Subject,
): Iterable<Outcome> {
  const { name } = environment;
  for (const demand of storageDemands(spec, environment, platform)) {
    const { storageClass, copies } = demand;
    // ST09 says what is wrong with a class that is missing.
    if (storageClass === undefined) continue;
    const { least, complete } = storageIn(live, name, storageClass);
    if (!complete) {
      yield notChecked(
        `${name} did not say where it has disks for ${storageClass}`,
      );
    }
    if (least === undefined || least.domains.length >= copies) continue;
    const hasRoomFor = (other: string, others: number) =>
      (storageIn(live, name, other).least?.domains.length ?? 0) >= others;
    yield error({
      path: `environments.${name}.storageClass`,
      message: `${storageClass} keeps ${copies} copies in different power domains, and ${name} has disks for it in ${least.domains.length}: no volume could be placed.`,
      fix: 'Choose a class with fewer copies.',
      repair: onlyClass(
        name,
        platform.storageClasses.filter(
          each =>
            each.copies < copies &&
            each.copies >= MANY &&
            hasRoomFor(each.name, each.copies),
        ),
      ),
      environments: [name],
    });
  }
}

import type { StorageClassFit } from '@baremetal/backstage-plugin-baremetal-common';
import { storageIn } from '../../live';
import { keepsData } from '../../spec/data';
import { type StorageDemand, storageDemands } from '../../storageDemand';
import { error, notChecked, type Outcome, type Rule, warning } from '../rule';

/** Storage that is not there: the claim stays pending, and the pod with it. */
export const ST11: Rule = {
  id: 'ST11',
  title: 'The pools have room for the claims with all copies and snapshots',
  *check({ spec, platform, live }) {
    if (!keepsData(spec)) return;
    if (live === undefined) {
      yield notChecked('no cluster was asked how much room its disks have');
      return;
    }
    for (const environment of spec.environments) {
      const { name } = environment;
      const demands = storageDemands(spec, environment, platform);
      const classes = demands.flatMap(({ storageClass }) => storageClass ?? []);
      for (const storageClass of new Set(classes)) {
        const { least, complete } = storageIn(live, name, storageClass);
        if (!complete || least?.largestClaimBytes === undefined) {
          yield notChecked(
            `${name} did not say how much room it has on ${storageClass}`,
          );
        }
        if (least === undefined) continue;
        yield* judge(
          demands.filter(demand => demand.storageClass === storageClass),
          least,
          name,
        );
      }
    }
  },
};

function* judge(
  demands: readonly StorageDemand[],
  { name, domains, largestClaimBytes: largest }: StorageClassFit,
  environment: string,
): Iterable<Outcome> {
  const [first] = demands;
  if (largest === undefined || first === undefined) return;
  const words = {
    path: `environments.${environment}.size`,
    environments: [environment],
  };
  const biggest = demands.reduce((a, b) => (b.sizeBytes > a.sizeBytes ? b : a));
  const { sizeBytes, times, copies } = biggest;
  if (sizeBytes * times > largest) {
    yield error({
      ...words,
      message: `The largest claim that ${name} can place in ${environment} with all its copies is ${gibibytes(
        largest,
      )}; ${gibibytes(sizeBytes * times)} does not fit${
        times > 1
          ? ` (${gibibytes(sizeBytes)}, and as much again for each of ${
              times - 1
            } snapshots, since the class is thick)`
          : ''
      }.`,
      fix:
        times > 1
          ? 'Ask for less, keep fewer snapshots, or choose a thin class.'
          : 'Ask for less, or choose a class with more room.',
    });
    return;
  }
  const claims = demands.reduce((sum, demand) => sum + demand.claims, 0);
  const total = demands.reduce(
    (sum, demand) => sum + demand.claims * demand.sizeBytes * demand.times,
    0,
  );
  // Only the largest claim is known. As if each set of domains that holds all copies had that much room.
  const room = largest * Math.max(1, Math.floor(domains.length / copies));
  if (claims > 1 && total > room) {
    yield warning({
      ...words,
      message: `At most there are ${claims} claims on ${name} in ${environment}, ${gibibytes(
        total,
      )} in all, and room is certain for ${gibibytes(
        room,
      )} only: the last of them may stay pending.`,
      fix: 'Ask for less or for fewer replicas, or ask the platform team how much room its pools have.',
    });
  }
}

/** As an answer about a size would be written; what is left over is not room that anybody could count on. */
function gibibytes(bytes: number): string {
  return `${Math.floor((bytes / 2 ** 30) * 10) / 10}Gi`;
}

import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { keepsData, takesSnapshots } from '../../spec/data';
import { claimsOf } from '../kube';
import {
  error,
  notChecked,
  type Outcome,
  type Rule,
  type Subject,
} from '../rule';
import { specBefore } from './specBefore';

/**
 * A claim without a readable size is refused by the API server, in the middle of a sync, and so is one that is to
 * shrink: volumes only grow.
 */
export const ST07: Rule = {
  id: 'ST07',
  title: 'Every claim has a size that Kubernetes reads, and none shrinks',
  *check(subject) {
    const { spec, environments } = subject;
    for (const environment of environments) {
      for (const { name, claim } of claimsOf(environment)) {
        const size = claim.resources?.requests?.storage;
        if ((parseQuantity(String(size)) ?? 0) > 0) continue;
        yield error({
          path: `environments.${environment.environment}.size`,
          message: `The claim ${name} asks for "${size}", which is no size.`,
          fix: 'Write a size like 10Gi.',
          environments: [environment.environment],
        });
      }
    }
    if (!keepsData(spec)) return;
    for (const { name, size } of spec.environments) {
      if (size === undefined) {
        yield error({
          path: `environments.${name}.size`,
          message: `The service keeps data, and nothing says how much in ${name}.`,
          fix: 'Answer a size like 10Gi.',
          environments: [name],
        });
      }
    }
    if (spec.data.shape === 'sharedFiles') yield* judgeChange(subject);
  },
};

/** The claim that all pods share stands in Git, so it is changed in place. ST06 speaks of claim templates. */
function* judgeChange(subject: Subject): Iterable<Outcome> {
  const { spec, platform, environments } = subject;
  const before = specBefore(subject);
  if (before?.data.shape !== 'sharedFiles') return;
  for (const environment of environments) {
    const { environment: name } = environment;
    const answered = before.environments.find(each => each.name === name)?.size;
    const shared = claimsOf(environment).find(
      ({ owner }) => owner.metadata.name === `${before.name}-data`,
    )?.claim;
    const size = shared?.resources?.requests?.storage;
    const [was, is] = [answered, size].map(each => parseQuantity(String(each)));
    if (!was || !is || was === is) continue;
    if (is < was) {
      yield error({
        path: `environments.${name}.size`,
        message: `The files of ${name} have a claim of ${answered}, and it is to become ${size}: a volume never shrinks, so the sync fails.`,
        fix: `Keep ${answered}. To have less, make a new claim and copy the files.`,
        environments: [name],
      });
      continue;
    }
    const isThick = platform.storageClasses.some(
      known => known.thick && known.name === shared?.storageClassName,
    );
    if (isThick && takesSnapshots(spec)) {
      yield notChecked(
        `no cluster was asked whether the claim in ${name} has snapshots, and while there is one a thick volume cannot grow`,
      );
    }
  }
}

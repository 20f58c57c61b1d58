import { at, hasSingleWriter, podMakersOf, sharedClaimsOf } from '../kube';
import { error, type Rule } from '../rule';

/**
 * A run that may begin before the last one has ended is a second pod. On another node it cannot attach what the first
 * one holds, and on the same node both write.
 */
export const ST18: Rule = {
  id: 'ST18',
  title: 'Runs of a job on a claim of one writer do not overlap',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        if (workload.kind !== 'CronJob') continue;
        const { name, object } = workload;
        // What is not written is Allow.
        const policy = at(object, 'spec', 'concurrencyPolicy') ?? 'Allow';
        const claim = sharedClaimsOf(workload, environment).find(
          ({ accessModes }) => hasSingleWriter(accessModes),
        );
        if (policy !== 'Allow' || claim === undefined) continue;
        const isOwn = name === spec.name && spec.job?.overlap === 'Allow';
        yield error({
          path: isOwn
            ? 'job.overlap'
            : `deploy/overlays/${environment.environment}`,
          message: `A run of ${name} starts while the last one still runs (concurrencyPolicy Allow), and both want the claim ${claim.name}, which has one writer: on another node the new run waits until it is given up, on the same node both may write.`,
          fix: 'Write concurrencyPolicy: Forbid, or Replace to end the run before; or keep the files on a claim that several nodes may write.',
          ...(isOwn && { repair: [{ path: 'job.overlap', value: 'Forbid' }] }),
          environments: [environment.environment],
        });
      }
    }
  },
};

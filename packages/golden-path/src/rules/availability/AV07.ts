import { at, workloadsOf } from '../kube';
import { error, type Rule } from '../rule';

const DEFAULT_DEADLINE = 600;

/** A deadline that ends before the first pod can count as good fails every rollout. The controller refuses it. */
export const AV07: Rule = {
  id: 'AV07',
  title: 'The progress deadline is longer than minReadySeconds',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { kind, name, object } of workloadsOf(environment)) {
        if (kind === 'StatefulSet') continue;
        const ready = Number(at(object, 'spec', 'minReadySeconds') ?? 0);
        const deadline = Number(
          at(object, 'spec', 'progressDeadlineSeconds') ?? DEFAULT_DEADLINE,
        );
        if (deadline > ready) continue;
        yield error({
          path: 'delivery.progressDeadlineSeconds',
          message: `${kind} ${name} gives up after ${deadline} s, and a pod counts as good only after ${ready} s: no version could ever arrive.`,
          fix: `Use more than ${ready} seconds; 600 is usual.`,
          repair: [
            {
              path: 'delivery.progressDeadlineSeconds',
              value: Math.max(DEFAULT_DEADLINE, 2 * ready),
            },
          ],
          environments: [environment.environment],
        });
      }
    }
  },
};

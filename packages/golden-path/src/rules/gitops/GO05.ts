import { ofKind, podMakersOf } from '../kube';
import { error, resolved, type Rule } from '../rule';
import { comesAfter, placeOf } from './places';

/**
 * A claim is bound when its first pod is placed, and Argo CD waits with the next wave until it is: in a wave before its
 * pods it is never bound, and they are never made.
 */
export const GO05: Rule = {
  id: 'GO05',
  title: 'A claim is in the same wave as the pods that use it',
  *check({ spec, environments }) {
    for (const environment of environments) {
      const workloads = podMakersOf(environment);
      for (const claim of ofKind(environment, 'PersistentVolumeClaim')) {
        const place = placeOf(claim);
        const users = workloads.filter(({ pod }) =>
          pod.volumes?.some(
            ({ persistentVolumeClaim }) =>
              persistentVolumeClaim?.claimName === claim.metadata.name,
          ),
        );
        const waits =
          place !== undefined &&
          users.length > 0 &&
          users.every(({ object }) => {
            const own = placeOf(object);
            return own !== undefined && comesAfter(own, place);
          });
        if (!waits) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `The claim ${claim.metadata.name} is in wave ${place.wave}, before ${users[0]?.kind} ${users[0]?.name}. It is bound only when a pod uses it, so the sync waits for the claim and never makes the pod.`,
          fix: 'Give the claim the wave of its pods.',
          environments: [environment.environment],
        });
      }
    }
    if (spec.data.shape === 'sharedFiles') {
      yield resolved(
        'The claim is made in the same wave as its pods: it is bound only when the first of them is placed.',
      );
    }
  },
};

import type { Problem } from '@baremetal/backstage-plugin-baremetal-common';
import type { WatchProblem } from '@baremetal/kube-watch';

/** Says of a cluster, in one sentence, why a kind cannot be read. */
export function toProblem(
  { cluster, words }: { readonly cluster: string; readonly words: string },
  { kind, message }: WatchProblem,
): Problem {
  switch (kind) {
    case 'forbidden':
      return { kind, message: `${cluster} does not let us read ${words}.` };
    case 'unauthenticated':
      return { kind, message: `${cluster} does not accept our token.` };
    case 'notInstalled':
      return { kind, message: `${cluster} has no ${words}.` };
    case 'unreachable':
    case 'timedOut':
    case 'unexpected':
      return { kind, message: `${cluster} ${message}.` };
  }
}

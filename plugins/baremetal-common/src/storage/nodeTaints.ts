import { inUseOf } from './members';
import type { VolumeObservation } from './observation';

/** Set on a node by Piraeus' high-availability controller while volumes that are open there lack a majority. */
const LOST_QUORUM = 'drbd.linbit.com/lost-quorum';

/**
 * Takes a lost majority from the node's taint, when no metric said anything.
 *
 * @param taintsOf - keys of the taints of a node
 */
export function withNodeTaints(
  volume: VolumeObservation,
  taintsOf: (node: string) => readonly string[],
): VolumeObservation {
  const tainted = inUseOf(volume).some(({ node }) =>
    taintsOf(node).includes(LOST_QUORUM),
  );
  return volume.replicated && tainted && volume.quorum.measured === undefined
    ? {
        ...volume,
        quorum: {
          ...volume.quorum,
          measured: { held: false, source: 'taint' },
        },
      }
    : volume;
}

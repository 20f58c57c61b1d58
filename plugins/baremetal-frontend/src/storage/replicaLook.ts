import type {
  ReplicaView,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';

/** How a copy's state reads in the one language of states. */
export const REPLICA_TONES: Readonly<Record<ReplicaView['state'], Tone>> = {
  upToDate: 'ok',
  syncing: 'busy',
  outdated: 'warn',
  failed: 'bad',
  lost: 'bad',
  unknown: 'unknown',
};

/** Which word stands for what a member does. */
export function roleOf(
  replica: ReplicaView,
): 'inUse' | 'copy' | 'tieBreaker' | 'client' {
  return replica.kind === 'copy' && replica.inUse ? 'inUse' : replica.kind;
}

/** How full its disk is drawn: the part that is up to date, 0..1. */
export function filledShare(replica: ReplicaView): number {
  switch (replica.state) {
    case 'upToDate':
    case 'outdated':
      return 1;
    case 'syncing':
      return (replica.percent ?? 0) / 100;
    case 'failed':
    case 'lost':
    case 'unknown':
      return 0;
  }
}

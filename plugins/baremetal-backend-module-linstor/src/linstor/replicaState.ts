import type {
  DiskState,
  LeavingReason,
  LinkObservation,
  LinkState,
  ReplicationState,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { LinstorVolume } from './schemas';

const LINKS: Readonly<Record<string, LinkState>> = {
  Connected: 'connected',
  StandAlone: 'standAlone',
  Connecting: 'connecting',
  Unconnected: 'connecting',
  Disconnecting: 'connecting',
  Timeout: 'connecting',
  BrokenPipe: 'connecting',
  NetworkFailure: 'connecting',
  ProtocolError: 'connecting',
  TearDown: 'connecting',
};

/** A word of DRBD for a connection; a word that we do not know stays unknown. */
export function toLinkState(message: string): LinkState {
  return LINKS[message] ?? 'unknown';
}

const REPLICATION: Readonly<Record<string, ReplicationState>> = {
  Off: 'off',
  Established: 'established',
  SyncSource: 'syncing',
  SyncTarget: 'syncing',
  StartingSyncS: 'syncing',
  StartingSyncT: 'syncing',
  WFBitMapS: 'syncing',
  WFBitMapT: 'syncing',
  WFSyncUUID: 'syncing',
  Ahead: 'syncing',
  Behind: 'syncing',
  PausedSyncS: 'paused',
  PausedSyncT: 'paused',
  VerifyS: 'verifying',
  VerifyT: 'verifying',
};

const DISKS: Readonly<Record<string, DiskState>> = {
  UpToDate: 'upToDate',
  Inconsistent: 'inconsistent',
  Outdated: 'outdated',
  Consistent: 'consistent',
  Failed: 'failed',
  Detaching: 'failed',
};

/** Catch-up is written into the state, with the decimal separator of the controller's locale. */
const SYNC_TARGET = /^SyncTarget(?:\((\d+(?:[.,]\d+)?)%\))?$/;

export interface DiskReport {
  readonly disk: DiskState;
  readonly percent?: number;
}

/**
 * What one volume of a member says of its disk.
 *
 * @param diskless - the member was asked to hold no data; without that, a missing disk is a failed one
 */
export function toDiskReport(
  volume: LinstorVolume | undefined,
  diskless: boolean,
): DiskReport {
  if (diskless) {
    return { disk: 'none' };
  }
  const word = volume?.state?.disk_state;
  if (word === undefined) {
    return { disk: 'unknown' };
  }
  if (word === 'Diskless') {
    return { disk: 'failed' };
  }
  const target = SYNC_TARGET.exec(word);
  const sync = Object.values(volume?.state?.replication_states ?? {}).find(
    state => state.replication_state === 'SyncTarget',
  );
  if (target || (sync && word === 'Inconsistent')) {
    const written = target?.[1]?.replace(',', '.');
    return {
      disk: 'syncing',
      percent:
        sync?.done_percentage ??
        (written === undefined ? undefined : Number(written)),
    };
  }
  return { disk: DISKS[word] ?? 'unknown' };
}

/** The member's own view of its peers. A peer that runs no replication is not listed, so it is not healthy. */
export function toLinks(
  connections: Readonly<Record<string, { readonly message: string }>>,
  volume: LinstorVolume | undefined,
): LinkObservation[] {
  return Object.entries(connections).map(([peer, { message }]) => {
    const replication =
      volume?.state?.replication_states[peer]?.replication_state;
    return {
      peer,
      state: toLinkState(message),
      replication:
        replication === undefined
          ? 'off'
          : REPLICATION[replication] ?? 'unknown',
      raw: replication === undefined ? message : `${message}, ${replication}`,
    };
  });
}

/** The strongest reason why a member will not stay; an evicted one is also inactive. */
export function toLeaving(flags: readonly string[]): LeavingReason | undefined {
  const reasons: readonly (readonly [string, LeavingReason])[] = [
    ['EVICTED', 'evicted'],
    ['DELETE', 'removed'],
    ['INACTIVE', 'switchedOff'],
    ['EVACUATE', 'emptied'],
  ];
  return reasons.find(([flag]) => flags.includes(flag))?.[1];
}

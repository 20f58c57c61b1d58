/**
 * What a storage system says about its volumes, in one vocabulary for all of them. Nothing here is judged: an adapter
 * reports, `assessVolume` decides what it means.
 */

/** State of the data under one member. */
export type DiskState =
  | 'upToDate'
  /** Being brought up to date right now. */
  | 'syncing'
  /** Partly old, partly new: of no use alone. */
  | 'inconsistent'
  /** Complete, but older than another copy. */
  | 'outdated'
  /** Complete; whether it is the newest is not settled. */
  | 'consistent'
  /** The disk reported errors, or was detached because of them. */
  | 'failed'
  /** The member holds no data by design. */
  | 'none'
  | 'unknown';

/** State of the connection from one member to another, as that one member sees it. */
export type LinkState = 'connected' | 'connecting' | 'standAlone' | 'unknown';

/** What runs over a connection. */
export type ReplicationState =
  | 'established'
  | 'syncing'
  | 'paused'
  | 'verifying'
  | 'off'
  | 'unknown';

export interface LinkObservation {
  readonly peer: string;
  readonly state: LinkState;
  readonly replication: ReplicationState;
  /** The storage system's own word, for example `NetworkFailure`. */
  readonly raw: string;
  /** Since when it has been seen in this state; never earlier than somebody looked. */
  readonly since?: string;
}

/** Why a member is on its way out. */
export type LeavingReason = 'emptied' | 'evicted' | 'switchedOff' | 'removed';

/** One member of a replicated volume: a copy, a voter without data, or a node that reads over the network. */
export interface ReplicaObservation {
  readonly node: string;
  readonly kind: 'copy' | 'tieBreaker' | 'client';
  /** Has a voice in quorum. */
  readonly votes: boolean;
  /** Absent when the node reports nothing. */
  readonly inUse?: boolean;
  readonly mayPromote?: boolean;
  readonly disk: DiskState;
  /** While it catches up: 0..100. */
  readonly percent?: number;
  /** Since when disk state and percent have been seen unchanged. */
  readonly unchangedSince?: string;
  /** The storage system has no live report of this member. */
  readonly silent: boolean;
  readonly leaving?: LeavingReason;
  readonly links: readonly LinkObservation[];
  readonly pool?: string;
  /** Value of the class's spread key on its node. */
  readonly domain?: string;
  /** The storage system's own words, for the curious. */
  readonly raw: string;
}

/** Room of the pool that one copy lies in. */
export interface PoolObservation {
  readonly node: string;
  readonly name: string;
  readonly thin: boolean;
  readonly snapshots: boolean;
  /** Absent when the node does not answer. */
  readonly freeBytes?: number;
  readonly totalBytes?: number;
}

export interface QuorumObservation {
  /** Absent when not said: the system then follows its own rule. */
  readonly setting?: 'off' | 'on';
  /** What the node in use itself says; absent when nobody could ask it. */
  readonly measured?: {
    readonly held: boolean;
    readonly source: 'metric' | 'taint';
  };
}

/** A volume as its storage system reports it. */
export interface VolumeObservation {
  /** The CSI `volumeHandle`. */
  readonly handle: string;
  /** Copies are kept in step over the network; without it only the node's own state counts. */
  readonly replicated: boolean;
  /** Copies that its class asks for. */
  readonly wantedCopies?: number;
  /** Label key of which every copy must have another value; absent: no such rule. */
  readonly spreadBy?: string;
  readonly sizeBytes?: number;
  readonly resizing: boolean;
  readonly quorum: QuorumObservation;
  /** Reads and writes are suspended on the node in use, measured. */
  readonly suspended?: boolean;
  readonly replicas: readonly ReplicaObservation[];
  readonly pools: readonly PoolObservation[];
}

/** A storage class as its storage system would place a new claim now. */
export interface ClassObservation {
  readonly name: string;
  /** Domains with a disk of its pool. */
  readonly domains: readonly string[];
  readonly largestClaimBytes?: number;
  /** Whether all of its pools can take snapshots. */
  readonly snapshots?: boolean;
}

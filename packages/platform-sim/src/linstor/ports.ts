import type { MetricSample } from '../prometheus/ports';

/** A storage pool on one node. */
export interface PoolFacts {
  /** `lvm-thick` */
  readonly name: string;
  readonly kind: 'LVM' | 'LVM_THIN';
  readonly totalBytes: number;
}

/** A node as the storage system knows it. */
export interface StorageNodeFacts {
  readonly name: string;
  /** Power domain: value of `topology.kubernetes.io/zone`. */
  readonly domain: string;
  /** Empty: the node holds no copies, yet it may hold a tie-breaker or mount a volume over the network. */
  readonly pools: readonly PoolFacts[];
}

/** What a storage class asks of LINSTOR; its resource group has the class's name. */
export interface StorageClassRule {
  readonly name: string;
  readonly pool: string;
  readonly copies: number;
}

/** A claim to be placed. */
export interface VolumeRequest {
  /** `volumeHandle` of the volume; the LINSTOR resource gets this name. */
  readonly handle: string;
  readonly className: string;
  readonly sizeBytes: number;
  readonly claim: { readonly namespace: string; readonly name: string };
  /** Node of the first consumer: one copy is placed there if it has a pool of the class. */
  readonly podNode?: string;
}

/** A claim that cannot be placed; the message is what the provisioner writes into its event. */
export class PlacementRefused extends Error {
  override readonly name = 'PlacementRefused';
}

/**
 * What the Kubernetes side tells the storage side of one cluster. All calls are synchronous and take effect at once;
 * time that passes (a resync) is read from the clock of the platform.
 */
export interface VolumeProvisioner {
  /**
   * Places copies in different domains and a tie-breaker where one is needed. Idempotent by handle.
   *
   * @returns nodes that hold a copy, the pod's first
   * @throws PlacementRefused - when not enough domains have room
   */
  createVolume(request: VolumeRequest): { readonly nodes: readonly string[] };
  deleteVolume(handle: string): void;
  resizeVolume(handle: string, sizeBytes: number): void;
  /** A pod on this node opens the volume; from a node without a copy it becomes a network client. */
  attach(handle: string, node: string): void;
  detach(handle: string, node: string): void;
  /** The machine lost power, or came back: its copies go silent, or catch up. */
  nodePower(node: string, on: boolean): void;
}

/** Scenarios only: faults and progress of single volumes. */
export interface StorageControls {
  /** The copy on the node catches up from this percent; takes `seconds` for the whole volume. */
  startResync(
    handle: string,
    node: string,
    options: { percent: number; seconds: number },
  ): void;
  /** The disk under the copy fails: it detaches, the volume goes on over the network. */
  failDisk(handle: string, node: string): void;
  /** A failed disk was replaced: its copy catches up from nothing. */
  replaceDisk(handle: string, node: string): void;
  /** Cuts or restores the replication link of two nodes. */
  cutLink(
    handle: string,
    nodes: readonly [string, string],
    how: 'Connecting' | 'StandAlone' | 'Connected',
  ): void;
  /** The controller answers 503, never answers, or answers. */
  setController(state: 'up' | 'failing' | 'hanging'): void;
}

/** The LINSTOR controller of one cluster. */
export interface RunningStorage {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly provisioner: VolumeProvisioner;
  readonly controls: StorageControls;
  /** What its exporters would say now, for Prometheus. */
  series(): readonly (MetricSample & { readonly name: string })[];
  /** Requests answered so far, for benchmarks. */
  readonly requests: number;
  stop(): Promise<void>;
}

export interface StorageOptions {
  readonly cluster: string;
  readonly nodes: readonly StorageNodeFacts[];
  readonly classes: readonly StorageClassRule[];
  /** The platform's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Asked of every caller as a bearer token when given. */
  readonly token?: string;
}

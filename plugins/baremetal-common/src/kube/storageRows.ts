import type { NodeTerm } from '../capacity/terms';
import type { ConditionRow, RowMeta } from './rowMeta';

export interface ClaimRow extends RowMeta {
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  /** Name of the volume it is bound to. */
  readonly volume?: string;
  readonly storageClass?: string;
  readonly requestedBytes?: number;
  /** What it really has: `status.capacity.storage`. */
  readonly actualBytes?: number;
  readonly accessModes: readonly string[];
  readonly volumeMode: 'Filesystem' | 'Block';
  /** `status.allocatedResourceStatuses.storage`, as Kubernetes words it. */
  readonly resizeStatus?: string;
  readonly conditions: readonly ConditionRow[];
}

export interface VolumeRow extends RowMeta {
  readonly phase: string;
  readonly storageClass?: string;
  readonly capacityBytes?: number;
  readonly reclaimPolicy?: string;
  /** CSI driver and its handle; absent for volumes without one. */
  readonly csi?: { readonly driver: string; readonly handle: string };
  readonly claim?: {
    readonly namespace: string;
    readonly name: string;
    readonly uid?: string;
  };
  /** Nodes that it can be reached from: one of these must hold. Absent: all nodes. */
  readonly nodeTerms?: readonly NodeTerm[];
}

export interface StorageClassRow extends RowMeta {
  readonly provisioner: string;
  /** Without those that name secrets. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly waitsForConsumer: boolean;
  readonly expandable: boolean;
  readonly isDefault: boolean;
}

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  ClassObservation,
  Known,
  SourceAge,
  VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ClusterReader, Rows } from './clusterReader';

/**
 * Knows how to look at the volumes of one storage system.
 *
 * @remarks
 *
 * It reports what it sees. Whether a volume is healthy is decided once, by
 * `assessVolume`, so that "degraded" means the same on every system.
 *
 * Who calls what, and when:
 *
 * 1. At start, {@link StorageBackend.start} with the readers of all clusters.
 *    The backend begins to look by itself, as often as its system bears.
 * 2. For every view, {@link StorageBackend.observeVolumes} and
 *    {@link StorageBackend.observeClasses}. They answer from memory, at once:
 *    no view waits for a storage system. Being asked tells the backend what is
 *    looked at, so it may look there more often.
 * 3. After every change of an answer the backend calls `onChange`; open pages
 *    ask again.
 * 4. At the end the signal aborts; the backend stops everything it started.
 *
 * @public
 */
export interface StorageBackend {
  /** Shown to people, for example `linstor`. */
  readonly id: string;
  /** CSI drivers whose volumes this backend answers for. */
  readonly provisioners: readonly string[];
  start(options: StorageBackendStart): void;
  /**
   * What is known of volumes of the reader's cluster. Handles that it does not
   * know are left out. Unknown when the system never answered; one that is
   * silent now keeps its last answer, with `lost`.
   */
  observeVolumes(
    reader: ClusterReader,
    options: { readonly handles: readonly string[] },
  ): Known<Rows<VolumeObservation>>;
  /** How new claims of the cluster's classes would be placed now. */
  observeClasses(reader: ClusterReader): Known<Rows<ClassObservation>>;
  /** Every system that was asked for the cluster, how old its answer is, and what is wrong with it. */
  sources(reader: ClusterReader): readonly SourceAge[];
}

/** @public */
export interface StorageBackendStart {
  readonly readers: readonly ClusterReader[];
  /** Aborts when the backend stops. */
  readonly signal: AbortSignal;
  onChange(cluster: string): void;
}

/** @public */
export interface BaremetalStorageExtensionPoint {
  /** @throws when a backend with the same id, or for the same driver, was added before */
  addStorageBackend(backend: StorageBackend): void;
}

/**
 * Adds support for a storage system to the bare-metal backend.
 *
 * @public
 */
export const baremetalStorageExtensionPoint =
  createExtensionPoint<BaremetalStorageExtensionPoint>({
    id: 'baremetal.storage',
  });

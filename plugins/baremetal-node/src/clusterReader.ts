import type {
  Known,
  Lost,
  RowKind,
  RowsByKind,
} from '@baremetal/backstage-plugin-baremetal-common';

/** Rows of one kind, and how old they are. */
export interface Rows<Row> {
  readonly items: readonly Row[];
  /** Last time the cluster proved that this is so. ISO 8601. */
  readonly observedAt: string;
  /** The cluster does not answer any more: the rows are its last word. */
  readonly lost?: Lost;
}

/** Which rows of a kind; each is answered from an index, without a walk through all rows. */
export type RowSelection =
  | { readonly by: 'namespace'; readonly value: string }
  /** Label `backstage.io/kubernetes-id`. */
  | { readonly by: 'service'; readonly value: string }
  /** `uid` of the controlling owner. */
  | { readonly by: 'owner'; readonly value: string };

/**
 * Read access to one cluster, always answered from memory and at once: no call here ever waits for the cluster.
 *
 * @public
 */
export interface ClusterReader {
  readonly cluster: string;
  /**
   * Unknown while the first listing has not arrived, when the cluster forbids the kind, and when it does not have it
   * (`notInstalled`). A cluster that answered before and is silent now keeps its rows, with `lost`.
   */
  read<K extends RowKind>(
    kind: K,
    selection?: RowSelection,
  ): Known<Rows<RowsByKind[K]>>;
  /**
   * Grows with every change of the given kinds (of all kinds when none is given), so that what was computed from rows
   * can be kept until it does. Age is not part of it: it does not grow while a stream only proves that it is alive.
   */
  revision(...kinds: RowKind[]): number;
}

/** All clusters of the installation. */
export interface ClusterReaders {
  /** In the order of the configuration. */
  readonly all: readonly ClusterReader[];
  /** `undefined` when no such cluster is configured, or it is known by its name alone. */
  get(cluster: string): ClusterReader | undefined;
}

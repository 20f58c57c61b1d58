import type {
  ClassObservation,
  Problem,
  SourceAge,
  VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';

/** A storage class whose room is asked about. */
export interface StorageClassQuestion {
  readonly name: string;
  /** `parameters` of its Kubernetes object, without those that name secrets. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a storage system says about the volumes that it was asked about. */
export interface VolumesAnswer {
  /** One for each handle that it knows. */
  readonly volumes: readonly VolumeObservation[];
  /** Sources beside the main one that were asked as well, such as a metrics server; a failure of theirs is no failure. */
  readonly further: readonly {
    readonly source: SourceAge['source'];
    readonly problem?: Problem;
  }[];
}

/**
 * A storage system that is asked about its volumes.
 *
 * @remarks
 *
 * `createPolledStorage` makes a `StorageBackend` of it: it decides when to ask, never asks twice at the same time for
 * one cluster, remembers the answers with their age and carries over since when things have been as they are. What is
 * left to write is one look at the system.
 *
 * @public
 */
export interface StorageSystem {
  readonly id: string;
  readonly source: SourceAge['source'];
  /** CSI drivers whose volumes are in this system. */
  readonly provisioners: readonly string[];
  /** Clusters that it is set up for. */
  readonly clusters: readonly string[];
  /** @throws anything when the system cannot be asked; `toProblem` says what it means */
  askVolumes(
    cluster: string,
    options: {
      readonly handles: readonly string[];
      readonly signal: AbortSignal;
    },
  ): Promise<VolumesAnswer>;
  askClasses(
    cluster: string,
    options: {
      readonly classes: readonly StorageClassQuestion[];
      readonly signal: AbortSignal;
    },
  ): Promise<readonly ClassObservation[]>;
  /** Never holds a token or a raw body. */
  toProblem(cluster: string, error: unknown): Problem;
}

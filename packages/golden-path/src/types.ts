import type {
  Finding,
  NotChecked,
} from '@baremetal/backstage-plugin-baremetal-common';

/** A Kubernetes object as text-to-be: JSON only. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** Path below the repository root, mapped to the file's text. */
export type FileTree = ReadonlyMap<string, string>;

/** One overlay, rendered. */
export interface RenderedEnvironment {
  readonly environment: string;
  readonly namespace: string;
  readonly objects: readonly Manifest[];
}

/** Most pods and requests at once in an environment, canary surge included. */
export interface PeakFootprint {
  readonly environment: string;
  readonly pods: number;
  /** The same counted in pods of the service's size, as clusters say their room: its store may be larger than one. */
  readonly places: number;
  readonly cpuMillis: number;
  readonly memoryBytes: number;
  /** Claims times copies, and on thick classes their snapshots. */
  readonly storageBytes: number;
}

/** Everything that can be said before anything is made. */
export interface ServicePlan {
  readonly findings: readonly Finding[];
  /** What was changed on the way from answers to files, in words, with the rule's id. */
  readonly autoResolved: readonly {
    readonly id: string;
    readonly message: string;
  }[];
  readonly notChecked: readonly NotChecked[];
  readonly files: FileTree;
  readonly environments: readonly RenderedEnvironment[];
  readonly peaks: readonly PeakFootprint[];
}

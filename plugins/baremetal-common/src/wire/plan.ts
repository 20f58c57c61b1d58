import type { Finding, NotChecked } from './finding';

/** A file that would be made. */
export interface PlannedFile {
  /** Below the root of the repository. */
  readonly path: string;
  readonly bytes: number;
  /**
   * Whose it is afterwards: `managed` is written again by an upgrade, `merged` is changed by both sides, `seeded` is
   * written once.
   */
  readonly ownership: 'managed' | 'merged' | 'seeded';
}

/** What an environment would hold. */
export interface PlannedEnvironment {
  readonly name: string;
  /** Objects that its overlay renders to; 0 when it cannot be rendered, which a finding explains. */
  readonly manifests: number;
  /** Most that it asks for at once, pods of a version on its way included. */
  readonly peak: {
    readonly pods: number;
    /** The same in pods of the service's size, as `POST /v1/fit` counts room: its store may be larger than one. */
    readonly places: number;
    readonly cpuMillis: number;
    readonly memoryBytes: number;
    /** Claims times copies. */
    readonly storageBytes: number;
  };
}

/**
 * Answer of `POST /v1/plan`: everything that can be said about a service before anything is made. While the schema
 * refuses answers there are findings, and neither files nor environments.
 */
export interface PlanAnswer {
  /** Version of the golden path that planned. */
  readonly specVersion: string;
  /** An error forbids the service, a warning wants to be acknowledged by its id. */
  readonly findings: readonly Finding[];
  /** What is changed on the way from answers to files. */
  readonly autoResolved: readonly {
    readonly id: string;
    readonly message: string;
  }[];
  readonly notChecked: readonly NotChecked[];
  readonly files: readonly PlannedFile[];
  readonly environments: readonly PlannedEnvironment[];
}

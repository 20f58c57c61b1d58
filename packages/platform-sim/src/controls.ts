import type { PlatformClock } from './clock';
import type { ClusterFaults } from './kube/faults';
import type { ObjectService } from './kube/ObjectService';
import type { PlatformCluster } from './kube/PlatformCluster';
import type { RunningGitHost } from './git';
import type { StorageControls } from './linstor/ports';
import type { RunningMetrics } from './prometheus/ports';

/** What can be done to one simulated cluster. */
export interface ClusterControls {
  readonly name: string;
  /** Its objects, under the rules of the API but without going through it. */
  readonly objects: ObjectService;
  readonly faults: ClusterFaults;
  readonly storage: StorageControls;
  readonly metrics: RunningMetrics;
  /** Requests that its API server has seen. */
  requests(): number;
  /** Ends the API server at once; objects and versions stay. */
  kill(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  /** Forgets old versions: watches that come back with one get 410. */
  compact(): void;
  dropWatches(): void;
  setPower(machine: string, on: boolean): void;
  /** Nodes with a copy of the volume, as it was placed. */
  copyNodes(volume: string): readonly string[];
  settle(): void;
}

/** What tests and scenarios may do to the embedded platform, beside what any client may. */
export interface PlatformControls {
  readonly clock: PlatformClock;
  readonly git: RunningGitHost;
  /** @throws Error - for a cluster that does not exist */
  cluster(name: string): ClusterControls;
  /** Lets platform time pass at once, and brings the clusters to what Git says before and after. */
  advance(milliseconds: number): Promise<void>;
  /** Spares Argo CD reading the tree of a commit that was just made. */
  remember(commit: string, files: ReadonlyMap<string, string>): void;
  /** Lets Argo CD read Git and the controllers do their work. */
  refresh(): Promise<void>;
}

export function controlsOf(platform: PlatformCluster): ClusterControls {
  const { cluster, storage, metrics } = platform;
  const { server, faults, objects } = cluster;
  return {
    name: cluster.name,
    objects,
    faults,
    storage: storage.controls,
    metrics,
    requests: () => server.requests,
    kill: () => server.kill(),
    restart: () => server.restart(),
    compact: () => objects.store.compact(),
    dropWatches: () => server.dropWatches(),
    setPower: (machine, on) => platform.setPower(machine, on),
    copyNodes: volume => platform.copyNodes(volume),
    settle: () => platform.settle(),
  };
}

import {
  machinesOf,
  type RunningMetrics,
  type RunningStorage,
  startMetrics,
  startStorage,
  STORAGE_CLASSES,
  storageNode,
} from '@baremetal/platform-sim';
import type { RunningCluster } from './cluster';
import { Provisioner } from './Provisioner';

/** What stays simulated beside the real parts: storage, and the metrics of services that do not run. */
export interface StandIns {
  readonly linstor: Readonly<Record<string, { readonly url: string }>>;
  readonly prometheus: Readonly<Record<string, { readonly url: string }>>;
  /** To script how a version behaves under analysis. */
  readonly metrics: ReadonlyMap<string, RunningMetrics>;
  stop(): Promise<void>;
}

/** Starts a LINSTOR and a Prometheus per cluster, and a provisioner that serves the real cluster's claims from it. */
export async function startStandIns(
  clusters: readonly RunningCluster[],
): Promise<StandIns> {
  const running = await Promise.all(clusters.map(startFor));
  const urls = (pick: 'storage' | 'metrics') =>
    Object.fromEntries(running.map(one => [one.name, { url: one[pick].url }]));
  return {
    linstor: urls('storage'),
    prometheus: urls('metrics'),
    metrics: new Map(running.map(({ name, metrics }) => [name, metrics])),
    async stop() {
      await Promise.all(
        running.map(async ({ provisioner, storage, metrics }) => {
          await provisioner.stop();
          await Promise.all([storage.stop(), metrics.stop()]);
        }),
      );
    },
  };
}

async function startFor(cluster: RunningCluster): Promise<{
  name: string;
  storage: RunningStorage;
  metrics: RunningMetrics;
  provisioner: Provisioner;
}> {
  const { name, api } = cluster;
  const storage = await startStorage({
    cluster: name,
    now: Date.now,
    nodes: machinesOf(name).map(storageNode),
    classes: STORAGE_CLASSES,
  });
  const metrics = await startMetrics({
    cluster: name,
    now: Date.now,
    series: () => storage.series(),
  });
  return {
    name,
    storage,
    metrics,
    provisioner: Provisioner.start(api, storage.provisioner),
  };
}

import type { RunningCluster } from './cluster';

/** What stays simulated beside the real parts: storage and the metrics of services that do not run. */
export interface StandIns {
  readonly linstor: Readonly<Record<string, { readonly url: string }>>;
  readonly prometheus: Readonly<Record<string, { readonly url: string }>>;
  stop(): Promise<void>;
}

export async function startStandIns(
  _clusters: readonly RunningCluster[],
): Promise<StandIns> {
  return { linstor: {}, prometheus: {}, stop: async () => undefined };
}

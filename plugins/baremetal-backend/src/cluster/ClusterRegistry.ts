import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RowKind } from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
} from '@baremetal/backstage-plugin-baremetal-node';
import { createInterner, type ReflectorTiming } from '@baremetal/kube-watch';
import type { ClusterConfig } from '../config';
import { ClusterCache } from './ClusterCache';
import { HealthLog } from './HealthLog';
import { KubeConnection } from './KubeConnection';

export interface ClusterRegistryOptions {
  readonly clusters: readonly ClusterConfig[];
  readonly logger: LoggerService;
  readonly timing?: Partial<ReflectorTiming>;
}

type ChangeListener = (cluster: string, kind: RowKind) => void;

interface Member {
  readonly connection: KubeConnection;
  readonly cache: ClusterCache;
}

/** The watch caches of all configured clusters. Each lives for itself: one that hangs delays no other. */
export class ClusterRegistry implements ClusterReaders {
  readonly #members: ReadonlyMap<string, Member>;
  readonly #listeners = new Set<ChangeListener>();
  readonly #health: HealthLog;

  constructor(options: ClusterRegistryOptions) {
    this.#health = new HealthLog(options.logger);
    // Labels and images are the same on all clusters, so they share what is equal.
    const intern = createInterner();
    this.#members = new Map(
      options.clusters.map(config => {
        const { name: cluster } = config;
        const connection = new KubeConnection(config);
        const cache = new ClusterCache({
          cluster,
          open: connection.open,
          intern,
          timing: options.timing,
          onChange: kind =>
            this.#listeners.forEach(listener => listener(cluster, kind)),
          onState: (kind, state) => this.#health.note(cluster, kind, state),
          onSkipped: (kind, name, error) =>
            this.#health.skipped(cluster, kind, { name, error }),
        });
        return [cluster, { connection, cache }];
      }),
    );
  }

  get all(): readonly ClusterReader[] {
    return [...this.#members.values()].map(({ cache }) => cache);
  }

  get(cluster: string): ClusterReader | undefined {
    return this.#members.get(cluster)?.cache;
  }

  /** Hears of every change of every kind, as it happens: many per second while much is going on. */
  onChange(listener: ChangeListener): void {
    this.#listeners.add(listener);
  }

  start(): void {
    this.#members.forEach(({ cache }) => cache.start());
  }

  async stop(): Promise<void> {
    this.#health.stop();
    const members = [...this.#members.values()];
    await Promise.all(members.map(({ cache }) => cache.stop()));
    members.forEach(({ connection }) => connection.close());
  }
}

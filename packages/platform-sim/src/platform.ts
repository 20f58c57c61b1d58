/** One Kubernetes API server, as a client needs it. */
export interface ClusterAccess {
  readonly name: string;
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** PEM of the CA that signed its certificate. */
  readonly ca: string;
  /** Read-only bearer token (get, list, watch, patch of `rollouts/status`), for the product. */
  readonly readerToken: string;
  /** Token that may do everything, for Argo CD's part and for tests. */
  readonly adminToken: string;
}

export interface GitHostAccess {
  readonly url: string;
  /** Token of the bot that the product uses. */
  readonly token: string;
  readonly user: string;
}

/**
 * A running platform, embedded or real: the same shape, so that the product, the tests and the journeys do not know
 * which one they run on.
 */
export interface RunningPlatform {
  readonly simulated: boolean;
  /** In promotion order: dev, stage, prod. */
  readonly clusters: readonly ClusterAccess[];
  /** Where Argo CD's own objects live. */
  readonly management: ClusterAccess;
  readonly git: GitHostAccess;
  /** LINSTOR controller's REST address of each cluster. */
  readonly linstor: Readonly<Record<string, { readonly url: string }>>;
  /** Prometheus' address of each cluster, from outside. */
  readonly prometheus: Readonly<Record<string, { readonly url: string }>>;
  readonly platformRepo: { readonly owner: string; readonly name: string };
  stop(): Promise<void>;
}

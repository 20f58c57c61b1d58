/**
 * How one version of a service behaves, as its metrics would say. `undefined` values are NaN: the series exist, and
 * nothing was requested.
 */
export interface ServiceBehaviour {
  /** Share of requests that succeed: 0..1. */
  readonly successRate: number | undefined;
  /** 95th percentile of the latency in seconds. */
  readonly p95Seconds: number | undefined;
  /** Requests per second. */
  readonly requestRate: number;
}

/** Whose behaviour is set: every pod of the service in the namespace, or those of one pod template hash. */
export interface BehaviourKey {
  readonly namespace: string;
  readonly service: string;
  /** `rollouts-pod-template-hash`; absent: all that have no behaviour of their own. */
  readonly podHash?: string;
}

/** Prometheus of one cluster. */
export interface RunningMetrics {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** `missing`: no series at all, so that a query gives an empty vector. */
  setBehaviour(
    key: BehaviourKey,
    behaviour: ServiceBehaviour | 'missing',
  ): void;
  /** Every request gets this until set back. */
  setServer(state: 'up' | 'failing' | 'hanging'): void;
  /** Answers an instant query in process, as the HTTP API would; `at` in seconds since 1970. */
  query(expression: string, at?: number): readonly MetricSample[];
  readonly requests: number;
  stop(): Promise<void>;
}

export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface MetricsOptions {
  readonly cluster: string;
  /** The platform's clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly port?: number;
  /** More series, looked at on each query: for example of the storage system. */
  readonly series?: () => readonly (MetricSample & { readonly name: string })[];
}

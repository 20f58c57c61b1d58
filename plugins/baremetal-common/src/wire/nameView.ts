import type { Reading } from './reading';

/** Whether something runs, or is kept, where a service of a name would be in one environment of one cluster. */
export interface NamePlace {
  readonly environment: string;
  /** Namespace that the service would have. */
  readonly namespace: string;
  readonly reading: Reading<{ readonly inUse: boolean }>;
}

/** Where a new service of a name would meet another. Says nothing of what that is: it may be restricted. */
export interface NameAnswer {
  readonly places: readonly NamePlace[];
}

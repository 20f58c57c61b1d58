import type { ClusterAccess } from '../../platform';

/** One behaviour that the embedded API server and a real one share. */
export interface ContractCase {
  readonly name: string;
  /** @throws AssertionError - when the server behaves otherwise */
  readonly run: (context: ContractContext) => Promise<void>;
}

export interface ContractContext {
  readonly cluster: ClusterAccess;
  /** Makes the server forget what it kept of the past; absent: it keeps so little that old versions are gone anyway. */
  readonly forget?: () => Promise<void>;
}
